import { endOf } from '../credential/date.ts';
import { subjectOf } from '../inspect/concluded.ts';
import type { Item, Row } from '../item.ts';
import { originPattern } from '../platform/origin-pattern.ts';
import { allProblemsOf } from '../present/checks.ts';
import type { Candidate } from '../recognise/candidate.ts';
import { sameData } from './same-data.ts';

/**
 * The candidate that a row belongs to. A document with several credentials appends `/<n>` to its candidate's key, a
 * container `.<n>`. One candidate's key may begin another's, so the longest key that fits is the owner.
 */
export function ownerOf(key: string, candidateKeys: ReadonlySet<string>): string | null {
  for (let owner = key; ; ) {
    if (candidateKeys.has(owner)) return owner;
    const shorter = owner.replace(/[./]\d+$/, '');
    if (shorter === owner) return null;
    owner = shorter;
  }
}

/** The key without what a document appends for each of its credentials, where no candidate is known to own it. */
export const rootOf = (key: string): string => key.replace(/(?:[./]\d+)+$/, '');

/** The rows of each candidate, by its key. */
export type RowsByOwner = ReadonlyMap<string, readonly Row[]>;

/** Rows by their candidate. Rows without a candidate are left out. */
export function byOwner(rows: readonly Row[], candidates: readonly Pick<Candidate, 'key'>[]): RowsByOwner {
  const keys = new Set(candidates.map(({ key }) => key));
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const owner = ownerOf(row.key, keys);
    if (owner === null) continue;
    const group = grouped.get(owner);
    if (group === undefined) grouped.set(owner, [row]);
    else group.push(row);
  }
  return grouped;
}

/**
 * The rows of a candidate that waits. A speculative one shows no row until it turns out to be something. `standIn`: the
 * key of the row that stood for it until now.
 */
export const waitingRows = (candidate: Candidate, standIn?: string): readonly Row[] =>
  candidate.speculative
    ? []
    : [{ state: 'checking', ...subjectOf(candidate), ...(standIn !== undefined && { standIn }) }];

/** The rows of what a candidate came to. */
export const settledRows = (items: readonly Item[]): readonly Row[] =>
  items.map((item) => ({ state: 'checked', ...item }));

/** Whether two scans saw the same thing. Then the earlier result still holds. */
export const sameSighting = (one: Candidate, other: Candidate): boolean =>
  one.link === other.link && sameData([one.claim, one.view], [other.claim, other.view]);

/** Origins for which the rows need a grant, each once, in the rows' order. */
export const wantedOrigins = (rows: readonly Row[]): readonly string[] => [
  ...new Set(rows.flatMap(originsWaitedFor)),
];

function originsWaitedFor(row: Row): readonly string[] {
  if (row.state !== 'checked') return [];
  const addresses = Object.values(row.report.outcomes)
    .flatMap(allProblemsOf)
    .filter(({ code }) => code === 'permission-needed')
    .flatMap(({ params }) => (params?.origin === undefined ? [] : [`${params.origin}/`]));
  return [...new Set(addresses.flatMap((address) => originPattern(address) ?? []))];
}

/** A speculative candidate has no row while it cannot be looked into. It waits for the grant all the same. */
export const waitsForGrant = (speculative: boolean, rows: readonly Row[]): boolean =>
  (speculative && rows.length === 0) || rows.some((row) => originsWaitedFor(row).length > 0);

/** An answer counts no longer than a cached status list does. */
const MAX_AGE_MS = 24 * 60 * 60_000;

/**
 * Whether the answer is too old to stand for today's, or the credential has come to its end since. Where the clock has
 * gone back since, nobody knows how old it is.
 */
export function isOutdated(row: Row, now: number): boolean {
  if (row.state !== 'checked') return false;
  const { at, credential } = row.report;
  const end = credential?.validUntil ? endOf(credential.validUntil) : null;
  return now < at || now - at > MAX_AGE_MS || (end !== null && at <= end && end < now);
}

/** A row that waits until the reader asks for it. */
export const isLeft = (row: Row): boolean =>
  row.state === 'checked' && row.verdict.reason === 'left-for-request';

/** A row that was looked into. */
export const hasAnswer = (row: Row): boolean => row.state === 'checked' && !isLeft(row);

/** Origins that were asked for this row. */
export const contactedBy = (row: Row): readonly string[] =>
  row.state === 'checked'
    ? row.report.contacted.flatMap(({ url }) => (URL.canParse(url) ? [new URL(url).origin] : []))
    : [];
