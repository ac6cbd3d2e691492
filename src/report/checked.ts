/** The reader's own list of what was checked: opt-in, kept in the browser, exported as CSV. */
import type { Earlier, Item } from '../item.ts';
import type { Instant } from '../ports.ts';
import { brief, cutText } from '../present/brief.ts';
import { isOtherOutcome, settledOf } from '../present/changed.ts';
import { isOneCredential, waitingGroup } from '../present/groups.ts';
import { checkedRow } from '../present/row.ts';
import type { Voice } from '../present/sentence.ts';
import { judge } from '../verify/judge.ts';
import { notApplicable, type Standing, type Status } from '../verify/report.ts';
import { csvText } from './csv-text.ts';

/** One credential on one page, as it was last seen there. */
export interface CheckedEntry {
  readonly title: string;
  readonly issuer: string;
  /** The page by its name, and by its address without query and fragment, which may carry secrets. */
  readonly page: string;
  readonly address: string;
  readonly status: Status;
  /** Null where an earlier version noted it. */
  readonly standing: Standing | null;
  readonly at: Instant;
  /** The last answer about the credential itself. An unreachable server does not remove it. */
  readonly settled: Earlier | null;
  /** The answer before that one, where it was different. */
  readonly before: Earlier | null;
}
export interface CheckedPage {
  readonly url: string;
  readonly title: string;
}

/** The most characters of one text of an entry. */
const MAX_CHARACTERS = 200;
const MAX_ADDRESS_CHARACTERS = 500;

/**
 * Whether a row belongs on the list: a credential that was looked at. The result of the reader's own comparison
 * (`holder-mismatch`) is not kept, because it reveals what was typed.
 */
export const isListed = (item: Item): boolean =>
  isOneCredential(item.verdict.reason) &&
  waitingGroup(item.verdict.reason) === null &&
  item.verdict.status !== 'holder-mismatch';

/** The entry after this visit, given the entry of the visit before; null there at the first visit. */
export function entryAfter(
  old: CheckedEntry | null,
  item: Item,
  { page, voice, now }: { readonly page: CheckedPage; readonly voice: Voice; readonly now: Instant },
): CheckedEntry {
  const { title, issuer } = checkedRow(item, voice);
  const outcome = settledOf(item);
  const last = old?.settled ?? null;
  const isOther = outcome !== null && last !== null && isOtherOutcome(outcome, last.outcome);
  return {
    title: cutText(title, MAX_CHARACTERS),
    issuer: cutText(issuer, MAX_CHARACTERS),
    page: cutText(page.title, MAX_CHARACTERS),
    address: cutText(plainAddress(page.url), MAX_ADDRESS_CHARACTERS),
    status: item.verdict.status,
    standing: standingBesideHolder(item),
    at: now,
    settled: outcome === null ? last : { outcome, at: now },
    before: isOther ? last : (old?.before ?? null),
  };
}

/** A doubt about the holder may come from the reader's own comparison, which is not kept. */
const standingBesideHolder = ({ verdict: { standing }, report }: Item): Standing =>
  standing === 'caution'
    ? judge({ ...report, outcomes: { ...report.outcomes, holder: notApplicable() } }).standing
    : standing;

function plainAddress(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}

/** What it was found to be: suspended and not yet valid are outcomes of their own, though they share a status. */
export function listedOutcome({
  at,
  status,
  settled,
}: CheckedEntry): CheckedEntry['status'] | Earlier['outcome'] {
  return settled?.at === at ? settled.outcome : status;
}

const COLUMNS: readonly (readonly [string, (entry: CheckedEntry) => string])[] = [
  ['credential', ({ title }) => title],
  ['issuer', ({ issuer }) => issuer],
  ['page', ({ page }) => page],
  ['address', ({ address }) => address],
  ['status', listedOutcome],
  ['standing', ({ standing }) => standing ?? ''],
  ['checked', ({ at }) => new Date(at).toISOString()],
  ['earlier status', ({ before }) => before?.outcome ?? ''],
  ['earlier checked', ({ before }) => (before === null ? '' : new Date(before.at).toISOString())],
];

/** The list as CSV. */
export const toCheckedCsv = (entries: readonly CheckedEntry[]): string =>
  csvText([
    COLUMNS.map(([heading]) => heading),
    ...entries.map(brief).map((entry) => COLUMNS.map(([, value]) => value(entry))),
  ]);
