/**
 * The types that a record may come as, best first. It holds no `text/html` and no wildcard: badge servers of the Badgr
 * family answer with their page as soon as an Accept mentions either, whatever its weight. It stays below the 128
 * characters that CORS allows.
 */
export const RECORD_ACCEPT =
  'application/vc, application/vc+jwt, application/ld+json;q=0.9, application/json;q=0.8, image/png, image/svg+xml';
export const PAGE_ACCEPT = 'text/html';
export const IMAGE_ACCEPT = 'image/png, image/svg+xml, image/*;q=0.8';
