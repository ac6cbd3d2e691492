import { browser } from './browser.ts';

export interface Badge {
  /** At most four characters are shown; empty shows none. */
  readonly text: string;
  readonly tone: 'problem' | 'count' | 'busy';
  /** The button's tooltip and accessible name. */
  readonly title: string;
}

/** White text on each reaches 4.5 : 1 (WCAG 1.4.3): 6.5, 10.1 and 5.9. */
export const BADGE_COLOURS: Readonly<Record<Badge['tone'], string>> = {
  problem: '#b3261e',
  count: '#37424d',
  busy: '#5a6472',
};

/**
 * Opens the popup as a click on the button would. Answers whether the browser allowed it: some do only during a user
 * action.
 */
export async function openPopup(): Promise<boolean> {
  try {
    await browser.action.openPopup();
    return true;
  } catch {
    return false;
  }
}

/** Shows one tab's badge. A tab that has closed meanwhile is ignored. */
export async function showBadge(tabId: number, { text, tone, title }: Badge): Promise<void> {
  const { action } = browser;
  await Promise.all([
    action.setBadgeText({ tabId, text }),
    action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOURS[tone] }),
    action.setBadgeTextColor?.({ tabId, color: '#ffffff' }),
    action.setTitle({ tabId, title }),
  ]).catch(() => undefined);
}
