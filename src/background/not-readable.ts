import type { NotReadable } from '../protocol.ts';

/** Addresses on which no script can run, and the reason. The first row that matches counts. */
const REASONS: readonly { readonly pattern: RegExp; readonly reason: NotReadable }[] = [
  { pattern: /^view-source:/i, reason: 'source-view' },
  { pattern: /^file:/i, reason: 'local-file' },
  { pattern: /^https?:[^?#]*\.pdf(?:[?#]|$)/i, reason: 'pdf' },
  {
    pattern:
      /^https:\/\/(?:chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org|microsoftedge\.microsoft\.com\/addons)(?:[/?#]|$)/i,
    reason: 'store-page',
  },
  { pattern: /^(?!https?:)[a-z][a-z0-9.+-]*:/i, reason: 'browser-page' },
];

/** Where the browser hides the address, its refusal of the script still says why (Chromium 137 to 156). */
const WORDS: readonly { readonly pattern: RegExp; readonly reason: NotReadable }[] = [
  { pattern: /extensions gallery/i, reason: 'store-page' },
  { pattern: /view-source:/i, reason: 'source-view' },
  { pattern: /\bfile:/i, reason: 'local-file' },
  { pattern: /\b(?:chrome|edge|about|devtools)(?:-[a-z]+)?:/i, reason: 'browser-page' },
];

/** Why the browser ran no script. The tab's address decides; where it is hidden (empty), the browser's words do. */
export const notReadableReason = (url: string, words = ''): NotReadable =>
  (
    REASONS.find(({ pattern }) => pattern.test(url)) ??
    (url === '' ? WORDS.find(({ pattern }) => pattern.test(words)) : undefined)
  )?.reason ?? 'no-access';
