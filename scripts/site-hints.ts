/** What the page's script needs of the registry: which hosts and which pieces of an address are worth a look. */
import type { Provider } from '../src/provider/provider.ts';

/** The text of src/site/hints.ts. Run `node scripts/site-hints.mjs` after every change of the registry. */
export function siteHints(providers: readonly Provider[]): string {
  const hosts = new Map<string, Set<string> | null>();
  const suffixes = new Set<string>();
  const pieces = new Set<string>();
  for (const { shapes, hosts: patterns } of providers) {
    for (const pattern of patterns)
      if (pattern.startsWith('https://*.')) suffixes.add(pattern.slice('https://*.'.length, -'/*'.length));
    for (const { anyHost, hint, examples } of shapes) {
      if (anyHost) for (const piece of hint ?? []) pieces.add(piece);
      else for (const example of examples) addHost(hosts, new URL(example).hostname, hint);
    }
  }
  const covered = (host: string): boolean =>
    [...suffixes].some((suffix) => host === suffix || host.endsWith(`.${suffix}`));
  const piecesOf = (host: string): string => [...(hosts.get(host) ?? [])].sort().join();
  /** `www.` before a host that is listed with the same pieces: the page's script looks there as well. */
  const isTwin = (host: string): boolean =>
    host.startsWith('www.') && hosts.has(host.slice(4)) && piecesOf(host) === piecesOf(host.slice(4));
  const listed = [...hosts]
    .filter(([host]) => !covered(host) && !isTwin(host))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `${HEAD}
/** Hosts where every link counts. */
export const HOSTS: readonly string[] = [
${listed
  .filter(([, wanted]) => !wanted)
  .map(([host]) => `  ${quote(host)},`)
  .join('\n')}
];

/** Hosts where a link counts that has one of these pieces. */
export const PIECES: Readonly<Record<string, readonly string[]>> = {
${listed.flatMap(([host, wanted]) => (wanted ? [row(host, [...wanted])] : [])).join('\n')}
};

/** Domains all of whose hosts count. */
export const SUFFIXES: readonly string[] = [
${[...suffixes]
  .sort()
  .map((suffix) => `  ${quote(suffix)},`)
  .join('\n')}
];

/** Pieces that count on any host. */
export const ANYWHERE: readonly string[] = [
${[...pieces]
  .sort()
  .map((piece) => `  ${quote(piece)},`)
  .join('\n')}
];
`;
}

const HEAD = `// Made from src/provider/registry by \`node scripts/site-hints.mjs\`; a test holds the two together.
`;
const quote = (text: string): string => `'${text}'`;
const row = (host: string, wanted: readonly string[]): string =>
  `  ${key(host)}: [${wanted.toSorted().map(quote).join(', ')}],`;
const key = (host: string): string => (/^[a-z]+$/.test(host) ? host : quote(host));

/** One shape without a hint opens the whole host. With and without www: people drop it. */
function addHost(
  hosts: Map<string, Set<string> | null>,
  host: string,
  hint: readonly string[] | undefined,
): void {
  const bare = host.replace(/^www\./, '');
  for (const name of bare.split('.').length === 2 ? [bare, `www.${bare}`] : [host]) {
    const known = hosts.get(name);
    if (known === null || !hint) hosts.set(name, null);
    else hosts.set(name, new Set([...(known ?? []), ...hint]));
  }
}
