import { type Asked, askedCandidates } from '../recognise/asked.ts';
import type { Candidate } from '../recognise/candidate.ts';
import type { PageScan } from '../site/sighting.ts';
import type { PageSource } from './page.ts';

/** How many things the reader may ask about on one page before the first is forgotten. */
const MAX_ASKED_ON_A_PAGE = 500;
/** The most characters kept of what was asked: two files at their limit, well below what `storage.session` holds. */
const MAX_ASKED_CHARACTERS = 6_000_000;

export type Recognise = (scan: PageScan) => readonly Candidate[];

/** All candidates of a page: its own, in page order, then those that only the reader asked about. */
export function candidatesIn({ scan, asked = [] }: PageSource, recognise: Recognise): readonly Candidate[] {
  const all = new Map(recognise(scan).map((each) => [each.key, each]));
  for (const candidate of asked.flatMap((each) => askedCandidates(each))) {
    const shown = all.get(candidate.key);
    // The page shows it too. The page's claim and place stay beside what the reader asked for.
    all.set(candidate.key, shown ? { ...candidate, ...sightingOf(shown) } : candidate);
  }
  return [...all.values()];
}

const sightingOf = ({ claim, places, view }: Candidate) => ({ claim, places, ...(view && { view }) });

/** Everything that was asked: each thing once. Where there is too much, the latest is kept and the rest is dropped. */
export function keepAsked(
  before: readonly Asked[],
  now: readonly Asked[],
): { readonly kept: readonly Asked[]; readonly dropped: readonly Asked[] } {
  const latest = [...new Map([...before, ...now].map((each) => [JSON.stringify(each), each]))].reverse();
  const kept: Asked[] = [];
  const dropped: Asked[] = [];
  let characters = 0;
  for (const [text, asked] of latest) {
    characters += text.length;
    const isKept = kept.length < MAX_ASKED_ON_A_PAGE && characters <= MAX_ASKED_CHARACTERS;
    (isKept ? kept : dropped).push(asked);
  }
  return { kept: kept.reverse(), dropped: dropped.reverse() };
}
