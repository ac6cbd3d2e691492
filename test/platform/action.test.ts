import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type FakeBrowser, fakeBrowser } from './fake-browser.ts';

const world = vi.hoisted(() => ({ browser: {} as FakeBrowser }));
vi.mock('webextension-polyfill', () => ({
  get default() {
    return world.browser;
  },
}));

import { BADGE_COLOURS, showBadge } from '../../src/platform/action.ts';

/** WCAG 2.2 relative luminance. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

beforeEach(() => {
  world.browser = fakeBrowser();
});

describe('the toolbar badge', () => {
  it.each(Object.entries(BADGE_COLOURS))(
    'of tone %s can be read: white on %s is 4.5 : 1 or more',
    (_, colour) => {
      expect(1.05 / (luminance(colour) + 0.05)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('belongs to its tab', async () => {
    await showBadge(7, { text: '3', tone: 'problem', title: 't' });
    expect(world.browser.badge.text).toEqual({ tabId: 7, text: '3' });
  });

  it('of a tab that has closed meanwhile is no trouble', async () => {
    world.browser.action.setTitle = () => Promise.reject(new Error('No tab with id: 7.'));
    await expect(showBadge(7, { text: '', tone: 'count', title: '' })).resolves.toBeUndefined();
  });
});
