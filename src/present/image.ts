import type { Contact } from '../verify/report.ts';
import { hostOf } from './address.ts';

export interface ImageView {
  /** Address of the picture; null where it must not or cannot be loaded. */
  readonly src: string | null;
  /** The host that would learn of the reader, where that is the reason not to load it. */
  readonly heldFrom: string | null;
  readonly initials: string;
}

const INLINE = /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/i;

/**
 * Loading a picture is a request, and a request tells a server that somebody looks at this badge. So a picture is
 * loaded only from two places: the record itself, or an origin that answered in this check of this credential.
 */
export function imageView(badge: {
  readonly address: string | null;
  readonly contacted: readonly Contact[];
  readonly title: string;
}): ImageView {
  const { address, contacted, title } = badge;
  const initials = initialsOf(title);
  if (address === null) return { src: null, heldFrom: null, initials };
  if (INLINE.test(address)) return { src: address, heldFrom: null, initials };
  const asked = contacted.filter(({ outcome }) => /^2\d\d$/.test(outcome)).map(({ url }) => originOf(url));
  const origin = originOf(address);
  const allowed = origin?.startsWith('https:') === true && asked.includes(origin);
  return { src: allowed ? address : null, heldFrom: allowed ? null : hostOf(address), initials };
}

const originOf = (address: string): string | null => (URL.canParse(address) ? new URL(address).origin : null);

/** The first characters of the first two words that begin with a letter or digit. */
function initialsOf(title: string): string {
  const words = title.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');
}
