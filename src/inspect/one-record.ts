/** Which rows are one record, and what the first of them says for all. Few pages have such rows (each-once.ts). */
import { unordered } from '../encoding/unordered.ts';
import type { Item, Row } from '../item.ts';
import type { Presenter } from '../verify/presentation.ts';
import { CHECK_IDS, distinctContacts, problemsOf } from '../verify/report.ts';

/** Whether a row is shown whatever others say. What the reader asked about always is. */
export type IsApart = (row: Item) => boolean;
const isAsked: IsApart = ({ asked }) => asked !== undefined;

/** For each row that another one stands for, the key of that other one. */
export function standInsOf(
  rows: readonly (Item | Row)[],
  isApart: IsApart = isAsked,
): ReadonlyMap<string, string> {
  const settled = settledStandIns(rows.filter(isChecked), isApart);
  const keys = new Set(rows.map(({ key }) => key));
  // What is asked about again stays where it was until an answer says otherwise.
  const asked = rows.flatMap((row): [string, string][] => {
    const standIn = isChecked(row) ? undefined : row.standIn;
    return standIn !== undefined && keys.has(standIn) && !settled.has(standIn) ? [[row.key, standIn]] : [];
  });
  return new Map([...settled, ...asked]);
}

function settledStandIns(items: readonly Item[], isApart: IsApart): ReadonlyMap<string, string> {
  const isPart = ({ within }: Item): boolean => within !== null;
  const inside = new Map<string, Item[]>();
  for (const item of items) if (item.within !== null) add(inside, item.within, item);
  // A stranger can put one record into any number of others, so what is inside another one is counted once as well. What
  // the page links by itself stands for it.
  const ownFirst = [...items.filter((item) => !isPart(item)), ...items.filter(isPart)];
  const counted = ownFirst.filter((item) => !item.contains && !isApart(item));
  const standIns = new Map<string, string>();
  for (const { nameOf, factsOf } of SAMENESS)
    for (const alike of namedAlike(counted, nameOf)) pair(openFirst(alike), { inside, factsOf, standIns });
  return new Map([...standIns.keys()].map((key) => [key, lastOf(key, standIns)]));
}

/** The rows of each name that several of them have. */
function namedAlike(
  items: readonly Item[],
  nameOf: (item: Item) => string | null | undefined,
): readonly (readonly Item[])[] {
  const byName = new Map<string, Item[]>();
  for (const item of items) {
    const name = nameOf(item);
    if (name) add(byName, name, item);
  }
  return [...byName.values()].filter((alike) => alike.length > 1);
}

/** Of copies that show more or less of one SD-JWT, that which shows most stands for the others. */
const openFirst = (alike: readonly Item[]): readonly Item[] =>
  [...alike].sort((one, other) => disclosedIn(other) - disclosedIn(one));

const disclosedIn = ({ report }: Item): number => Number(report.outcomes.proof.facts?.disclosed ?? 0);

/** The row that stands for this one, and has none that stands for itself. */
function lastOf(key: string, standIns: ReadonlyMap<string, string>): string {
  let last = key;
  for (let next = standIns.get(last); next !== undefined; next = standIns.get(last)) last = next;
  return last;
}

interface Pairing {
  readonly inside: Inside;
  readonly factsOf: FactsOf;
  readonly standIns: Map<string, string>;
}

/** Of rows with one name, the first that tells the same stands for each, and what is inside it for what is inside them. */
function pair(alike: readonly Item[], { inside, factsOf, standIns }: Pairing): void {
  const firsts = new Map<string, readonly string[]>();
  for (const item of alike) {
    const facts = JSON.stringify(factsOf(item, inside));
    const keys = keysIn(item, inside);
    const known = firsts.get(facts);
    if (known === undefined) firsts.set(facts, keys);
    else for (const [at, key] of keys.entries()) stand(known[at] ?? key, key, standIns);
  }
}

/** Both may be of a record already, each by another name. */
function stand(first: string, later: string, standIns: Map<string, string>): void {
  const [one, other] = [lastOf(first, standIns), lastOf(later, standIns)];
  if (one !== other) standIns.set(other, one);
}

const isChecked = (row: Item | Row): row is Item => 'report' in row;

function add<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}

/** The rows directly inside each row, by its key. */
type Inside = ReadonlyMap<string, readonly Item[]>;
type FactsOf = (item: Item, inside: Inside) => readonly unknown[];

const keysIn = ({ key }: Item, inside: Inside): readonly string[] => [
  key,
  ...(inside.get(key) ?? []).flatMap((part) => keysIn(part, inside)),
];

/**
 * Everything that a reader must know of a row and of those inside it, beside what the record says: who issued it, what
 * was found out, and what of the page's word speaks against it. How the record is secured may differ, and whether the page
 * agrees with it or is silent. So may what whoever shows it chooses: the page's number for it, which no record bears out,
 * and who signed the presentation that it came in. They could show one credential as twelve.
 */
const factsOfCopy: FactsOf = ({ key, report, verdict, earlier }, inside) => [
  verdict,
  report.issuer,
  report.holder,
  CHECK_IDS.map((id) => {
    const outcome = report.outcomes[id];
    const isAgreed = id === 'page-claim' && outcome.state === 'passed';
    const state = isAgreed ? 'not-applicable' : outcome.state;
    return [state, problemsOf(outcome).map(({ code, params }) => [code, params])];
  }),
  earlier?.outcome,
  inside.get(key)?.map((part) => factsOfRecord(part, inside)),
];

const factsOfRecord: FactsOf = (item, inside) => [
  unordered({ ...item.report.credential, securing: null }),
  ...factsOfCopy(item, inside),
];

/**
 * What names a record, and what else must be the same. One id may name records that differ. The issuer's words are the
 * same in all copies, and what is shown of them differs only as far as the holder keeps parts of them back.
 */
const SAMENESS = [
  { nameOf: ({ report }: Item) => report.credential?.id, factsOf: factsOfRecord },
  { nameOf: ({ report }: Item) => report.words, factsOf: factsOfCopy },
] as const;

/** The rows without those that another one stands for, and with what these add to it. */
export function gathered<Each extends Item | Row>(
  rows: readonly Each[],
  standIns: ReadonlyMap<string, string>,
): readonly Each[] {
  const others = new Map<string, Each[]>();
  for (const row of rows) {
    const first = standIns.get(row.key);
    if (first !== undefined) add(others, first, row);
  }
  return rows
    .filter(({ key }) => !standIns.has(key))
    .map((row) => {
      const its = others.get(row.key);
      return its === undefined ? row : together(row, its);
    });
}

/** The first row of a record, with what the later ones add to it. */
function together<Each extends Item | Row>(first: Each, later: readonly Each[]): Each {
  const all = [first, ...later];
  const row = { ...first, places: [...new Set(all.flatMap(({ places }) => places))] };
  if (!isChecked(row)) return row;
  const { presenter } = row;
  const links = new Set(later.flatMap(({ link }) => link ?? []));
  links.delete(row.link ?? '');
  const contacted = distinctContacts(all.flatMap((each) => (isChecked(each) ? each.report.contacted : [])));
  return {
    ...row,
    // Of several presenters, none is told.
    presenter: later.every((each) => isPresentedBy(each, presenter)) ? presenter : undefined,
    report: { ...row.report, contacted },
    standsFor: later.map(({ key }) => key),
    ...(links.size > 0 && { alsoLinked: [...links] }),
  };
}

const isPresentedBy = (row: Item | Row, presenter: Presenter | undefined): boolean =>
  isChecked(row) && JSON.stringify(row.presenter) === JSON.stringify(presenter);
