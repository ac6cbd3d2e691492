/** The media type that a file's name suggests. It is only a guess: reading looks at the bytes. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['json', 'application/json'],
  ['jsonld', 'application/ld+json'],
  ['jwt', 'application/jwt'],
  ['jws', 'application/jose'],
  ['png', 'image/png'],
  ['svg', 'image/svg+xml'],
  ['html', 'text/html'],
  ['htm', 'text/html'],
  ['txt', 'text/plain'],
]);

export const mediaTypeOf = (path: string): string | null =>
  TYPES.get(/\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '') ?? null;
