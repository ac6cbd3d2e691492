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

/** Chromium's own page in place of one that did not load. The tab keeps the address of that one. */
const ERROR_PAGE = /\bshowing error page/i;

/** Why the browser ran no script. The tab's address decides; where it is hidden (empty), the browser's words do. */
export function notReadableReason(url: string, words = ''): NotReadable {
  if (ERROR_PAGE.test(words)) return 'browser-page';
  const [rows, said] = url === '' ? [WORDS, words] : [REASONS, url];
  return rows.find(({ pattern }) => pattern.test(said))?.reason ?? 'no-access';
}
