import type { NotReadable } from '../protocol.ts';

/** First row that matches an address that no script could be run in. */
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

/** Why the browser let no script run at this address; an empty address is one that it would not even name. */
export const notReadableReason = (url: string): NotReadable =>
  REASONS.find(({ pattern }) => pattern.test(url))?.reason ?? 'no-access';
