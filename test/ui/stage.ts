/** Where a test draws a surface, how it looks at it, and what the surface asks of the background. */
import { act } from 'preact/test-utils';
import type { PageState } from '../../src/protocol.ts';
import type { PageWorld } from '../../src/ui/page-world.ts';
import { VOICE } from './voice.ts';

export const root = document.createElement('div');

export const all = (selector: string): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(selector)];

/** The only element of its kind. */
export const one = (selector: string): HTMLElement => {
  const [found, ...more] = all(selector);
  if (found === undefined || more.length > 0) throw new Error(`${all(selector).length} of ${selector}`);
  return found;
};
export const click = (element: HTMLElement): void => void act(() => element.click());
export const submit = (form: HTMLElement): void =>
  void act(() => void form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));

/** The world of tab 7, whose page has this state. `asked` notes what the background is asked for. */
export const worldOf = (state: PageState | null, asked: unknown[]): PageWorld => ({
  voice: VOICE,
  tabId: 7,
  watch: (listener) => listener(state),
  ask: (name, payload) => {
    asked.push([name, payload]);
    return Promise.resolve(null) as never;
  },
  requestOrigins: async () => true,
  take: async () => undefined,
});
