import type { ContextSet } from '../../json-ld/context/context-set.ts';
import type { Facts } from '../report.ts';

/** Which context contents were used, for display: address → the bundle's name or the digest of the pinned copy. */
export function contextFacts(set: ContextSet): Facts {
  return Object.fromEntries(
    [...set.copies.values()].map((copy) => [
      copy.url,
      { digest: copy.sha256, from: copy.name === null ? 'pinned' : 'bundled', name: copy.name },
    ]),
  );
}
