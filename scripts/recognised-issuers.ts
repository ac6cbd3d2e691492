/** The rules that the list of recognised issuers is held to (src/verify/trust/recognised-issuers.ts). */
import type { EvidenceKind, RecognisedIssuer } from '../src/verify/trust/recognised-issuers.ts';

/** One of these is enough; of the others it takes two sources. */
const ENOUGH_ALONE: readonly EvidenceKind[] = ['signed-badge', 'member-registry'];
const DOMAIN = /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/;
/** A DID with something that it names, in the characters of DID Core §3.1. */
const DID = /^did:[a-z0-9]+:[A-Za-z0-9._:%-]+$/;

export interface Table {
  readonly issuers: readonly RecognisedIssuer[];
  readonly never: readonly string[];
  /** Whether two ids name one issuer of one platform. */
  readonly same: (one: string, other: string) => boolean;
  /** ISO date of today: nothing was seen after it. */
  readonly today: string;
}

/** Every breach of the rules, in words for whoever keeps the list. */
export function complaintsAbout({ issuers, never, same, today }: Table): readonly string[] {
  const ids = issuers.flatMap((issuer) => issuer.ids.map((id) => ({ id, name: issuer.name })));
  return [
    ...issuers.flatMap((issuer) => entryComplaints(issuer, today).map((text) => `${issuer.name}: ${text}`)),
    ...repeated(issuers.map(({ name }) => name)).map((name) => `${name}: listed twice`),
    ...ids.flatMap(({ id, name }, index) => [
      ...ids
        .slice(index + 1)
        .flatMap((other) => (same(id, other.id) ? [`${name}: shares an id with ${other.name}: ${id}`] : [])),
      ...(never.some((each) => same(each, id)) ? [`${name}: ${id} must never be raised`] : []),
    ]),
    ...repeated(never).map((id) => `never: ${id} twice`),
    ...never.flatMap((id) => (DID.test(id) ? [] : [`never: no id: ${id}`])),
  ];
}

function entryComplaints(
  { name, domain, ids, evidence, aka = [], marks = [] }: RecognisedIssuer,
  today: string,
): readonly string[] {
  const dates = evidence.flatMap(([, date]) => (date === null ? [] : [date]));
  const enough = evidence.length >= 2 || evidence.some(([kind]) => ENOUGH_ALONE.includes(kind));
  return [
    ...([name, ...aka, ...marks].some((each) => each.trim() === '') ? ['has an empty name'] : []),
    ...(ids.length === 0 ? ['has no id'] : []),
    ...ids.flatMap((id) => (DID.test(id) ? [] : [`no id: ${id}`])),
    ...(DOMAIN.test(domain) ? [] : [`no domain: ${domain}`]),
    ...(enough ? [] : ['stands on one source alone']),
    ...(dates.length === 0 ? ['bears no date'] : []),
    ...dates.flatMap((date) => (isDay(date) && date <= today ? [] : [`no day until today: ${date}`])),
  ];
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

const repeated = (all: readonly string[]): readonly string[] =>
  all.filter((each, index) => all.indexOf(each) !== index);
