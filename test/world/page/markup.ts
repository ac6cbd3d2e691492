/** Small pieces that the pages of the world share. */
import type { WorldCredential } from '../world.ts';

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** `Mar 2026`, as professional networks write dates. */
export const month = (date: string): string =>
  new Date(date).toLocaleDateString('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });

export const issuedAndExpires = ({ issued, expires }: WorldCredential): string =>
  [issued && `Issued ${month(issued)}`, expires && `Expires ${month(expires)}`].filter(Boolean).join(' · ');

/** A round portrait of nobody: two letters on a colour. */
export const portrait = (letters: string, hue: number, size: number): string =>
  `<svg role="img" aria-label="Portrait" viewBox="0 0 100 100" width="${size}" height="${size}"><circle cx="50" cy="50" r="50" fill="hsl(${hue},42%,38%)"/><text x="50" y="64" text-anchor="middle" font-family="Georgia,serif" font-size="40" fill="#fff">${letters}</text></svg>`;

/** A square mark for an organisation. */
export const mark = (name: string, size = 48): string => {
  const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
  return `<svg aria-hidden="true" viewBox="0 0 48 48" width="${size}" height="${size}"><rect width="48" height="48" rx="6" fill="hsl(${hue},45%,88%)"/><text x="24" y="32" text-anchor="middle" font-family="system-ui,sans-serif" font-weight="700" font-size="22" fill="hsl(${hue},50%,28%)">${name[0]}</text></svg>`;
};

export interface PageParts {
  readonly title: string;
  readonly style: string;
  readonly body: string;
  readonly head?: string;
}

export const page = ({ title, style, body, head = '' }: PageParts): string =>
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
${head}<style>*{box-sizing:border-box}body{margin:0;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif}h1,h2,h3,h4,p,ul,ol,dl,dd{margin:0;padding:0}ul{list-style:none}
${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
