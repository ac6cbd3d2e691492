import type { Entries } from './entry.ts';
import type { Finding, Found, Placed } from './found.ts';
import { isHinted } from './hinted.ts';
import type { Order } from './order.ts';
import type { SeenPage } from './sighting.ts';
import type { Steps } from './steps.ts';
import type { Tree } from './tree.ts';
import type { Trees } from './trees.ts';
import { tidy } from './wording.ts';
import type { Wordings } from './wordings.ts';

export interface Scanned {
  readonly scan: SeenPage;
  /** The element of each sighting, at its place. */
  readonly elements: readonly Element[];
}

interface Known {
  /** The tree of the page itself. */
  readonly top: Tree & { readonly root: Document };
  readonly trees: Trees;
  readonly entries: Entries;
  readonly wordings: Wordings;
  /** Elements in which something has changed. */
  readonly changed: ReadonlySet<Element>;
  readonly order: Order;
}

/** What a page shows: the findings with the words beside them, and the entries for which no finding speaks. */
export function* scannedFrom(
  findings: readonly Finding[],
  { top, trees, entries, wordings, changed, order }: Known,
): Steps<Scanned> {
  const { root: document, url } = top;
  const { around } = trees;
  const found = findings.filter((each) => each.kind !== 'name');
  const named = findings.filter(({ kind, tree }) => kind === 'name' && tree === top);
  const spoken = entries.spoken(found, around);
  yield* wordings.read(found, { changed, entries: entries.all(), spoken });
  const linked = new Set(found.filter(({ link }) => link !== null).map(({ element }) => element));
  const unspoken = yield* entries.unspoken(spoken, around, order);
  const apart = spoken.beside.size > 0 ? found.filter((each) => !spoken.beside.has(each)) : found;
  const own: readonly Found[] = isHinted(url, top.base.host)
    ? [{ kind: 'link', element: document.documentElement, tree: top, link: url }]
    : [];
  const all = yield* order.merged(apart, unspoken);
  const kept = withinBounds([...own, ...wordings.worth(all, linked)]);
  yield;
  return {
    scan: {
      url,
      title: document.title,
      language: document.documentElement?.getAttribute('lang') || null,
      names: named.slice(0, MAX_NAMES).map(nameOf),
      sightings: kept.map((each, place) => ({
        // It speaks for an entry that claims something. The claim is made wherever the link leads.
        kind: spoken.by.has(each) ? ('claim' as const) : each.kind,
        link: each.link,
        ...wordings.of(each),
        place,
      })),
    },
    elements: kept.map(({ element }) => element),
  };
}

const MAX_NAMES = 12;

/** The mark of a name (person.ts), and its text. */
const nameOf = ({ element }: Placed): readonly [mark: string, text: string] => [
  element.getAttribute('property') ?? element.localName,
  tidy(element.getAttribute('content') ?? element.textContent),
];

/** Far above any page for people. Browsers refuse messages above about 64 MB. */
const MAX_CHARACTERS = 16_000_000;
/** What a sighting adds beside its link and its script. */
const COMMON_CHARACTERS = 800;

function withinBounds(found: readonly Found[]): readonly Found[] {
  const kept: Found[] = [];
  let characters = 0;
  for (const finding of found) {
    const own = COMMON_CHARACTERS + (finding.link?.length ?? 0) + (finding.text?.length ?? 0);
    if (characters + own > MAX_CHARACTERS) continue;
    characters += own;
    kept.push(finding);
  }
  return kept;
}
