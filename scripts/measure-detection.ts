/** Precision and recall of finding credentials, against pages whose links people have marked by hand. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import type { Candidate } from '../src/recognise/candidate.ts';
import { recognise, recogniseLink } from '../src/recognise/recognise.ts';
import { scan } from '../src/site/scan.ts';

interface TruthLink {
  readonly url: string;
  readonly target?: string;
  readonly provider: string;
  readonly kind: string;
  readonly open_badge?: string;
  readonly where?: string;
}
interface TruthPage {
  readonly file: string;
  readonly form?: string;
  readonly links?: readonly TruthLink[];
  readonly decoys?: readonly { readonly url: string }[];
  readonly distinct_credentials?: number;
  readonly local_baked_images?: readonly { readonly src: string }[];
}

export interface Miss {
  readonly file: string;
  readonly url: string;
  readonly provider: string;
  readonly kind: string;
}
export interface Measure {
  readonly pages: number;
  /** provider → [found, marked] */
  readonly providers: ReadonlyMap<string, readonly [number, number]>;
  readonly missed: readonly Miss[];
  /** Links reported that nobody marked. */
  readonly extra: readonly Miss[];
  /** Of `extra`, those marked as decoys: these are plain mistakes. */
  readonly fooled: readonly Miss[];
  /** One credential reported under two keys. */
  readonly doubled: readonly Miss[];
  readonly bakedImages: readonly [number, number];
  readonly found: number;
  readonly marked: number;
  readonly entries: EntryMeasure;
}

/** Pages whose every entry people have written down, field by field. */
interface TruthEntry {
  readonly title: string | null;
  readonly issuer: string | null;
  readonly issued: string | null;
  readonly expires: string | null;
  readonly link: string | null;
}
interface TruthProfile {
  readonly base: string;
  readonly found: readonly TruthEntry[];
}
export interface EntryMeasure {
  readonly pages: number;
  readonly marked: number;
  readonly reported: number;
  /** Entries found, by their link, else their title. */
  readonly found: number;
  /** Of these, those of which every field is right. */
  readonly right: number;
  readonly wrong: readonly string[];
}

const baseOf = (file: string): string =>
  file.startsWith('linkedin/') ? 'https://www.linkedin.com/in/example/' : 'https://person.example/portfolio/';

/** What counts as a credential to be found; pictures of badge classes prove nothing and are not demanded. */
const isDemanded = ({ kind, open_badge }: TruthLink): boolean =>
  kind !== 'profile' && open_badge !== 'badge-class image';

/** Finds what the pages of this folder show, and holds it against what its INDEX.json says of them. */
export function measure(fixtures: string): Measure {
  const index = JSON.parse(readFileSync(join(fixtures, 'INDEX.json'), 'utf8')) as readonly TruthPage[];
  const pages = index
    .filter(({ file, links }) => links && file.endsWith('.html'))
    .map((page) => measurePage(fixtures, page));
  const all = <Field extends 'missed' | 'extra' | 'fooled' | 'doubled'>(field: Field): readonly Miss[] =>
    pages.flatMap((page) => page[field]);
  const providers = new Map<string, [number, number]>();
  for (const { provider, isFound } of pages.flatMap(({ demanded }) => demanded)) {
    const [hit, marked] = providers.get(provider) ?? [0, 0];
    providers.set(provider, [hit + Number(isFound), marked + 1]);
  }
  return {
    pages: pages.length,
    providers,
    missed: all('missed'),
    extra: all('extra'),
    fooled: all('fooled'),
    doubled: all('doubled'),
    bakedImages: [
      pages.flatMap(({ baked }) => baked).filter(Boolean).length,
      pages.flatMap(({ baked }) => baked).length,
    ],
    found: pages.reduce((sum, { found }) => sum + found, 0),
    marked: pages.flatMap(({ demanded }) => demanded).length,
    entries: measureEntries(join(fixtures, 'profiles-2026')),
  };
}

interface PageMeasure extends Pick<Measure, 'missed' | 'extra' | 'fooled' | 'doubled' | 'found'> {
  /** Links that have to be found, and whether they were. */
  readonly demanded: readonly { readonly provider: string; readonly isFound: boolean }[];
  /** Whether each baked picture was found. */
  readonly baked: readonly boolean[];
}

function measurePage(
  fixtures: string,
  { file, links = [], decoys = [], local_baked_images = [] }: TruthPage,
): PageMeasure {
  const base = baseOf(file);
  const { document } = parseHTML(readFileSync(join(fixtures, file), 'utf8'));
  const reported = recognise(scan(document as unknown as Document, { url: base })).filter(
    ({ link, document: own }) => link !== null || own !== null,
  );
  const sure = reported.filter(({ speculative }) => !speculative);
  const hitsOf = new Map(links.map((truth) => [truth, reported.filter((each) => names(each, truth))]));
  const matched = new Set([...hitsOf.values()].flat());
  const demanded = [...hitsOf].filter(([truth]) => isDemanded(truth));
  const miss = ([{ url, provider, kind }]: (typeof demanded)[number]): Miss => ({
    file,
    url,
    provider,
    kind,
  });
  const extra = sure
    .filter((candidate) => !matched.has(candidate))
    .map(
      ({ link, key, provider, kind }): Miss => ({
        file,
        url: link ?? key,
        provider: provider?.id ?? '-',
        kind,
      }),
    );
  const fooling = new Set(decoys.map(({ url }) => normal(url)));
  return {
    demanded: demanded.map(([{ provider }, hits]) => ({ provider, isFound: hits.length > 0 })),
    missed: demanded.filter(([, hits]) => hits.length === 0).map(miss),
    doubled: demanded.filter(([, hits]) => hits.filter((hit) => !hit.speculative).length > 1).map(miss),
    extra,
    fooled: extra.filter(({ url }) => fooling.has(normal(url))),
    found: sure.length,
    baked: local_baked_images
      .filter(({ src }) => src)
      .map(({ src }) => reported.some(({ link }) => link === new URL(src, base).href)),
  };
}

const NO_ENTRIES: EntryMeasure = { pages: 0, marked: 0, reported: 0, found: 0, right: 0, wrong: [] };

function measureEntries(directory: string): EntryMeasure {
  if (!existsSync(directory)) return NO_ENTRIES;
  const pages = readdirSync(directory)
    .filter((file) => file.endsWith('.json'))
    .map((file) => entriesOf(directory, file));
  const sum = (field: 'marked' | 'reported' | 'found' | 'right'): number =>
    pages.reduce((total, page) => total + page[field], 0);
  return {
    pages: pages.length,
    marked: sum('marked'),
    reported: sum('reported'),
    found: sum('found'),
    right: sum('right'),
    wrong: pages.flatMap(({ wrong }) => wrong),
  };
}

function entriesOf(directory: string, file: string): EntryMeasure {
  const truth = JSON.parse(readFileSync(join(directory, file), 'utf8')) as TruthProfile;
  const { document } = parseHTML(readFileSync(join(directory, file.replace(/json$/, 'html')), 'utf8'));
  const left = recognise(scan(document as unknown as Document, { url: truth.base })).map(
    ({ link, claim }) => ({
      ...claim,
      link,
    }),
  );
  const reported = left.length;
  const take = (fits: (entry: TruthEntry) => boolean): boolean => {
    const at = left.findIndex(fits);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  const FIELDS = ['title', 'issuer', 'issued', 'expires', 'link'] as const;
  const missed = truth.found.filter(
    (entry) => !take((each) => FIELDS.every((field) => each[field] === entry[field])),
  );
  const found = missed.filter((entry) =>
    take((each) => (entry.link ?? entry.title) === (each.link ?? each.title)),
  );
  return {
    pages: 1,
    marked: truth.found.length,
    reported,
    found: truth.found.length - missed.length + found.length,
    right: truth.found.length - missed.length,
    wrong: [
      ...missed.map(({ title }) => `wrong  ${file}: ${title}`),
      ...left.map(({ title, link }) => `extra  ${file}: ${title ?? link}`),
    ],
  };
}

const normal = (url: string): string => (URL.canParse(url) ? new URL(url).href : url);

/** Whether a candidate is the marked link: the same address, or the same record by the registry's own key. */
function names(candidate: Candidate, { url, target }: TruthLink): boolean {
  const marked = (target ?? url).replace(/^data-share-badge-id:/, 'https://www.credly.com/badges/');
  const known = recogniseLink(marked);
  if (known) return known.key === candidate.key;
  return candidate.link !== null && plain(candidate.link) === plain(marked);
}

const plain = (url: string): string => normal(url).replace(/[?#].*$/, '');

const share = (part: number, whole: number): string => (whole === 0 ? 0 : part / whole).toFixed(4);

const entryLines = ({ pages, marked, reported, found, right, wrong }: EntryMeasure): readonly string[] =>
  pages === 0
    ? []
    : [
        `profiles ${pages} · entries ${marked} · recall ${share(found, marked)} · precision ${share(found, reported)} · wholly right ${share(right, marked)}`,
        ...wrong,
      ];

export function report(result: Measure): string {
  const missing = result.marked === 0 ? 0 : result.missed.length / result.marked;
  const wrong = result.found === 0 ? 0 : result.extra.length / result.found;
  const lines = [...result.providers].sort().map(([id, [hit, all]]) => `${id.padEnd(22)} ${hit} of ${all}`);
  return [
    ...lines,
    '',
    `pages ${result.pages} · marked ${result.marked} · recall ${(1 - missing).toFixed(4)}`,
    `reported ${result.found} · precision ${(1 - wrong).toFixed(4)} · decoys taken ${result.fooled.length}`,
    ...entryLines(result.entries),
    `baked pictures ${result.bakedImages.join(' of ')} · reported twice ${result.doubled.length}`,
    ...result.missed.map(({ file, url }) => `missed ${file}: ${url}`),
    ...result.extra.map(({ file, url }) => `extra  ${file}: ${url}`),
    ...result.doubled.map(({ file, url }) => `twice  ${file}: ${url}`),
  ].join('\n');
}
