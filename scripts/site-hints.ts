/** What the page's script needs of the registry: which hosts and which pieces of an address are worth a look. */
import type { Provider } from '../src/provider/provider.ts';
import { hostCode } from '../src/site/host-code.ts';

/** The text of src/site/hints.ts. Run `node scripts/site-hints.mjs` after every change of the registry. */
export function siteHints(providers: readonly Provider[]): string {
  const domains = new Set<string>();
  const pieces = new Set<string>();
  const exampleHosts = new Set<string>();
  for (const { shapes, hosts } of providers) {
    for (const pattern of hosts)
      if (pattern.startsWith('https://*.')) domains.add(pattern.slice('https://*.'.length, -'/*'.length));
    for (const { hint, examples } of shapes) {
      for (const piece of hint ?? []) pieces.add(piece);
      if (!hint) for (const example of examples) exampleHosts.add(new URL(example).hostname);
    }
  }
  // With and without www: people drop it. What begins like a piece is let through by that.
  const begins = [...pieces].filter((piece) => piece.startsWith('//'));
  for (const host of exampleHosts)
    if (!begins.some((piece) => `//${host}`.startsWith(piece))) domains.add(host.replace(/^www\./, ''));
  /** Also by the label that it begins with. */
  const isKnown = (host: string): boolean =>
    [...domains].some((domain) => host.endsWith(`.${domain}`)) ||
    labels.some((label) => host.startsWith(label));
  /** Whatever has the longer piece has the shorter one in it. */
  const isLonger = (piece: string): boolean =>
    [...pieces].some((other) => other !== piece && piece.includes(other));
  const labels = [...pieces].flatMap((piece) => {
    const [, label] = /^\/\/(.+)$/.exec(piece) ?? [];
    return label !== undefined && pieces.has(`.${label}`) ? [label] : [];
  });
  const isLabel = (piece: string): boolean => labels.includes(piece.replace(/^(?:\/\/|\.)/, ''));
  return `// Made from src/provider/registry by \`node scripts/site-hints.mjs\`; a test holds the two together.

/** Domains where every link counts, on all their hosts: the code of each (host-code.ts), one after the other. */
export const DOMAINS =
  '${[...domains]
    .filter((host) => !isKnown(host))
    .map(hostCode)
    .toSorted()
    .join('')}';

/** What a host, or a part of it, begins with where every link counts; and pieces of the links that count on any host. */
export const SOMEWHERE: RegExp =
  /(?:\\/\\/|\\.)(?:${anyOf(labels)})|${anyOf([...pieces].filter((piece) => !isLonger(piece) && !isLabel(piece)))}/i;
`;
}

const anyOf = (pieces: readonly string[]): string => {
  const sorted = pieces.toSorted();
  // Most pieces begin with one of these. It is written once: the page's script has few bytes.
  const behind = ['.', '/'].flatMap((sign) => {
    const rests = sorted.filter((piece) => piece.startsWith(sign)).map((piece) => escaped(piece.slice(1)));
    return rests.length > 1
      ? [`${escaped(sign)}(?:${rests.join('|')})`]
      : rests.map((rest) => escaped(sign) + rest);
  });
  return [...behind, ...sorted.filter((piece) => !/^[./]/.test(piece)).map(escaped)].join('|');
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
