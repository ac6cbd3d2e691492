/** What the page's script needs of the registry: which hosts and which pieces of an address are worth a look. */
import type { Provider } from '../src/provider/provider.ts';

/** The text of src/site/hints.ts. Run `node scripts/site-hints.mjs` after every change of the registry. */
export function siteHints(providers: readonly Provider[]): string {
  const domains = new Set<string>();
  const pieces = new Set<string>();
  for (const { shapes, hosts } of providers) {
    for (const pattern of hosts)
      if (pattern.startsWith('https://*.')) domains.add(pattern.slice('https://*.'.length, -'/*'.length));
    for (const { hint, examples } of shapes) {
      for (const piece of hint ?? []) pieces.add(piece);
      // With and without www: people drop it.
      if (!hint) for (const example of examples) domains.add(new URL(example).hostname.replace(/^www\./, ''));
    }
  }
  const isBelow = (host: string): boolean => [...domains].some((domain) => host.endsWith(`.${domain}`));
  /** Whatever has the longer piece has the shorter one in it. */
  const isLonger = (piece: string): boolean =>
    [...pieces].some((other) => other !== piece && piece.includes(other));
  return `// Made from src/provider/registry by \`node scripts/site-hints.mjs\`; a test holds the two together.

/** Domains where every link counts, on all their hosts. */
export const DOMAINS: readonly string[] = [
${lines([...domains].filter((host) => !isBelow(host)))}
];

/** Pieces of the links that count on any other host. */
export const PIECES: readonly string[] = [
${lines([...pieces].filter((piece) => !isLonger(piece)))}
];
`;
}

const lines = (names: readonly string[]): string =>
  names
    .toSorted()
    .map((name) => `  '${name}',`)
    .join('\n');
