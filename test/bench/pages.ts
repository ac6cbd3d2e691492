/** Pages to measure on. */

const uuid = (n: number): string => `00000000-1111-4222-8333-${String(n).padStart(12, '0')}`;
export const badgeAt = (n: number): string => `https://www.credly.com/badges/${uuid(n)}`;

const plainLink = (n: number): string =>
  `<li><a href="https://www.example.org/articles/${n}?ref=home">Article number ${n}</a> <a href="/topics/${n % 90}">topic</a></li>`;
const credential = (n: number): string =>
  `<li><h4>Certificate number ${n}</h4><p>Example School</p><p>Issued Jan 2026 · Expires Jan 2029</p><a href="${badgeAt(n)}">Show credential</a></li>`;
const times = (count: number, make: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => make(n)).join('\n');

export const documentOf = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A long page</title></head><body>${body}</body></html>`;

/** So many links, of which some lead to credentials. */
export const longPage = (links: number, credentials: number): string =>
  documentOf(
    `<ul id="credentials">${times(credentials, credential)}</ul><ul id="links">${times((links - credentials) / 2, plainLink)}</ul>`,
  );
