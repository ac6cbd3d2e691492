import type { Report } from '../verify/report.ts';
import { hostOf } from './address.ts';

export interface ImageView {
  /** A `data:` URL; null where there is none. */
  readonly src: string | null;
  /** The host that would learn of the reader, where that is the reason not to fetch it. */
  readonly heldFrom: string | null;
  readonly initials: string;
}

const INLINE = /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/i;

/** Where a picture may come from, and what is kept of it. */
interface Pictured {
  readonly picture?: string;
  readonly report: Pick<Report, 'credential' | 'contacted'>;
}

/**
 * The address of the picture where it may be fetched; null otherwise. Fetching it is a request, and a request tells a
 * server that somebody looks at this badge. So it must be on an origin that answered in this check of this credential.
 */
export function pictureAddress({ report }: Pictured): string | null {
  const address = imageOf(report.credential);
  const origin = address === null ? null : originOf(address);
  if (origin?.startsWith('https:') !== true) return null;
  const answered = report.contacted.filter(({ outcome }) => /^2\d\d$/.test(outcome));
  return answered.some(({ url }) => originOf(url) === origin) ? address : null;
}

/** What stands beside a title: the record's own picture, one that was fetched before, or the title's initials. */
export function imageView(pictured: Pictured | null, title: string): ImageView {
  const initials = initialsOf(title);
  const address = pictured === null ? null : imageOf(pictured.report.credential);
  if (pictured === null || address === null) return { src: null, heldFrom: null, initials };
  if (INLINE.test(address)) return { src: address, heldFrom: null, initials };
  if (pictureAddress(pictured) === null) return { src: null, heldFrom: hostOf(address), initials };
  return { src: pictured.picture ?? null, heldFrom: null, initials };
}

const imageOf = (credential: Report['credential']): string | null =>
  credential?.achievements.find(({ image }) => image !== null)?.image ?? credential?.image ?? null;

const originOf = (address: string): string | null => (URL.canParse(address) ? new URL(address).origin : null);

/** The first characters of the first two words that begin with a letter or digit. */
function initialsOf(title: string): string {
  const words = title.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');
}
