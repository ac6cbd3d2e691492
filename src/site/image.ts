/** Pictures: which may hold a baked badge, and which only show what kind of badge somebody has. */

import { percentDecoded } from '../encoding/percent.ts';
import { attributeOf } from './attribute.ts';
import { CREDENTIAL } from './credential-words.ts';

/** Any entry of a list of sizes will do, so the first is taken. */
const MAX_SIZES = 12;
const MAX_SRCSET_CHARACTERS = 16_384;
const MAX_TEXT_CHARACTERS = 1_000;

/** Every address that a picture may have, the most likely first. */
export function addressesOf(image: Element): readonly string[] {
  const set = attributeOf(image, 'srcset', 'data-srcset');
  return [
    ...['src', 'data-src', 'data-original', 'data-lazy-src', 'data-canonical-src', 'data-delayed-url'].map(
      (name) => attributeOf(image, name),
    ),
    ...set
      .slice(0, MAX_SRCSET_CHARACTERS)
      .split(/,\s+/, MAX_SIZES)
      .map((candidate) => candidate.trim().split(/\s+/, 1)[0] ?? ''),
  ];
}

/** Pictures of badge classes: they show what somebody claims to have, and hold nothing that can be checked. */
export const CLASS_IMAGE =
  /^https?:\/\/(?:images\.(?:credly|youracclaim)\.com\/|media\.badgr\.com\/|openbadgefactory\.com\/v1\/badge\/|api\.accredible\.com\/v1\/frontend\/|templates\.images\.credential\.net\/)/i;

/**
 * PNG or SVG of the page's own origin whose name, text or link is about a credential. GitHub serves pictures through
 * its proxy and says so; those live elsewhere. The bytes will tell whether a badge is baked in.
 */
export function mayBeBaked(address: string, image: Element, origin: string): boolean {
  if (!/\.(?:png|svg)(?:[?#]|$)/i.test(address)) return false;
  if (!image.hasAttribute('data-canonical-src') && !address.startsWith(`${origin}/`)) return false;
  const link = image.closest('a')?.getAttribute('href');
  const said = [link, image.getAttribute('alt'), image.getAttribute('title')]
    .join(' ')
    .slice(0, MAX_TEXT_CHARACTERS);
  return CREDENTIAL.test(`${percentDecoded(new URL(address).pathname)} ${said}`);
}

/** Scans and PDFs in people's drives, and those that a Europass profile carries: a claim with a picture. */
export const FILE_LINK =
  /^\s*https?:\/\/(?:www\.)?(?:drive\.google\.com\/(?:file\/d\/|open\?id=)|dropbox\.com\/(?:s|scl)\/|1drv\.ms\/|onedrive\.live\.com\/|europa\.eu\/europass\/eportfolio\/api\/document-repository\/)/i;
