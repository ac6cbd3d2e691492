/** A platform's own record of its own award: read from what only the platform writes (docs/decisions.md#what-a-platform-says-of-its-own-awards). */
import type { DateText } from '../credential/model.ts';
import { hostnameOf } from '../net/address.ts';
import { readTextAnswer } from '../net/answer.ts';
import type { NetAnswer } from '../ports.ts';
import type { ProblemCode } from '../problem.ts';
import { isHostOf } from '../provider/hosting.ts';
import type { HostOwner, OwnIssuer, Place, RecordField, RecordReading, Route } from '../provider/provider.ts';
import type { Candidate } from '../recognise/candidate.ts';
import { fail, type Result, succeed } from '../result.ts';
import { readClaimedDate } from '../verify/check/claim-date.ts';
import type { PlatformRecord } from '../verify/platform-record.ts';
import { bearsName } from '../verify/trust/issuer-name.ts';
import type { HumanPage } from '../verify/unresolved.ts';
import { fill } from './address.ts';
import { readAwardDate } from './award-date.ts';
import { type AwardSource, awardSources, elementSources, isNamed, ownIdOf } from './award-source.ts';
import { notUnderstood } from './not-understood.ts';
import type { PageElement } from './page-element.ts';
import type { Flag } from './pointer.ts';
import type { Resolved } from './resolved.ts';

type AwardRoute = Extract<Route, { via: 'award' }>;

const MAX_SKILLS = 50;
/** No name is longer. */
const MAX_TEXT_CHARACTERS = 300;

/**
 * The record in a 2xx answer. Problems: `record-absent-or-private` where the platform's data is there but holds no such
 * award · what it says in place of one (`private-record`) · what the award's state says (`award-not-earned`) · `record-gone` where it was withdrawn ·
 * `answer-not-understood` for any other answer, and for another host's.
 */
export function readAward(answer: NetAnswer, route: AwardRoute, candidate: Candidate): Result<Resolved> {
  const { provider, params } = candidate;
  const { reading } = route;
  const text = readTextAnswer(answer);
  if (!text.ok) return text;
  if (!provider || !isHostOf(provider, answer.finalUrl)) return notUnderstood(answer.finalUrl);
  const sources = awardSources(text.value, filled(reading, params));
  return awardAmong(sources, route, { candidate, url: answer.finalUrl });
}

/** The same for a page that the reader has open, at an address that the registry makes. */
export const awardInView = (page: PageElement, route: AwardRoute, shown: Shown): Result<Resolved> =>
  awardAmong(elementSources(page, filled(route.reading, shown.candidate.params)), route, shown);

interface Shown {
  readonly candidate: Candidate;
  readonly url: string;
  readonly inView?: true;
}

function awardAmong(
  sources: readonly AwardSource[] | null,
  { reading, issuer: other }: AwardRoute,
  { candidate: { provider, params }, url, inView }: Shown,
): Result<Resolved> {
  const issuer = other ?? provider?.issues;
  if (sources === null || issuer === undefined) return notUnderstood(url);
  const host = { params: { host: hostnameOf(url) } };
  const source = sources.find((each) => isNamed(each, reading, params));
  if (source === undefined) return fail(missingAs(sources, reading), host);
  const trouble = troubleOf(source, reading, issuer);
  if (trouble !== null) return fail(trouble, host);
  const record: PlatformRecord = {
    ...recordOf(source, reading, { issuer, url, params }),
    ...(isHostOwner(issuer) && { keptBy: provider?.name ?? issuer.name, asOf: issuer.date }),
    ...(inView && { inView }),
  };
  return succeed(isWhole(record) ? { kind: 'platform', record } : { kind: 'page', page: pageOf(record) });
}

/** Why the answer holds no such award, where it says so. */
function missingAs(sources: readonly AwardSource[], { instead }: RecordReading): ProblemCode {
  const said = instead && sources[0]?.texts(instead.at)[0];
  return meaningOf(said, instead?.means ?? {}) ?? 'record-absent-or-private';
}

/** Why the record gives no award that stands; null where it gives one. */
function troubleOf(source: AwardSource, reading: RecordReading, issuer: OwnIssuer): ProblemCode | null {
  if (!isShownThere(source, reading) || !isOwners(source, reading, issuer)) return 'answer-not-understood';
  const isPrivate = flagAt(source, reading.private);
  const isRevoked = flagAt(source, reading.revoked);
  if (isPrivate === 'odd' || isRevoked === 'odd') return 'answer-not-understood';
  if (isPrivate === 'set') return 'private-record';
  const state = reading.state && source.texts(reading.state.at)[0];
  if (reading.state && state !== reading.state.good)
    return meaningOf(state, reading.state.others) ?? 'answer-not-understood';
  return isRevoked === 'set' ? 'record-gone' : null;
}

const flagAt = (source: AwardSource, place: Place | undefined): Flag =>
  place === undefined ? 'unset' : source.flag(place);

/** Only the table's own names count: the platform may say `constructor`. */
const meaningOf = (
  said: string | undefined,
  meanings: Readonly<Record<string, ProblemCode>>,
): ProblemCode | undefined => Object.entries(meanings).find(([value]) => value === said)?.[1];

/** An organisation's own host counts only where the record itself says that it is shown there. */
function isShownThere(source: AwardSource, { shownAt }: RecordReading): boolean {
  const [address = ''] = shownAt === undefined ? [] : source.texts(shownAt.at);
  return shownAt === undefined || (URL.canParse(address) && new URL(address).hostname === shownAt.host);
}

const isHostOwner = (issuer: OwnIssuer): issuer is HostOwner => 'host' in issuer;

/**
 * An organisation awards under its own name on its host. A record there that names another issuer is not the
 * organisation's.
 */
function isOwners(source: AwardSource, { reads }: RecordReading, issuer: OwnIssuer): boolean {
  if (!isHostOwner(issuer)) return true;
  const called = joined(source, reads.issuer, undefined);
  return called !== null && [issuer.name, ...(issuer.aka ?? [])].some((name) => bearsName(called, name));
}

/** A record says what was awarded, and to whom or when. A text without a year is no day and no month. */
const isWhole = ({ title, holder, issued }: PlatformRecord): boolean =>
  title !== null && (holder !== null || (issued !== null && namesDate(issued)));

const namesDate = ({ text, instant }: DateText): boolean =>
  instant !== null || readClaimedDate(text) !== null;

const pageOf = ({
  url,
  inView,
  platform,
  title,
  partner,
  issued,
  expires,
  id,
}: PlatformRecord): HumanPage => ({
  url,
  answeredBy: inView ? null : platform.name,
  ...(inView && { inView }),
  says: {
    title,
    issuer: partner,
    issued: issued?.text ?? null,
    expires: expires?.text ?? null,
    credentialId: id,
  },
});

type Params = Candidate['params'];

const filled = (reading: RecordReading, params: Params): RecordReading => ({
  ...reading,
  record: fill(reading.record, params) ?? reading.record,
});

interface Answered {
  readonly issuer: OwnIssuer;
  readonly url: string;
  readonly params: Params;
}

function recordOf(source: AwardSource, reading: RecordReading, answered: Answered): PlatformRecord {
  const read = (field: RecordField): string | null => joined(source, reading.reads[field], reading.labels);
  const { skills } = reading.reads;
  const holder = read('holder');
  return {
    url: answered.url,
    platform: answered.issuer,
    partner: joined(source, reading.partner, undefined),
    id: ownIdOf(source, reading, answered.params),
    title: read('title'),
    holder: holder !== null && reading.nameless?.test(holder) ? null : holder,
    issued: readAwardDate(read('issued')),
    expires: readAwardDate(read('expires')) ?? unreadEnd(source, reading.reads.expires),
    description: read('description'),
    score: read('score'),
    skills: [skills ?? []]
      .flat()
      .flatMap((place) => source.texts(place))
      .slice(0, MAX_SKILLS),
    says: { withdrawal: reading.revoked !== undefined, end: reading.reads.expires !== undefined },
  };
}

/** An end in a form that nobody can read is never "no end". */
const unreadEnd = (source: AwardSource, places: Place | readonly Place[] = []): DateText | null =>
  [places].flat().some((place) => source.has(place)) ? { text: '', instant: null } : null;

/**
 * The text of each place, joined. A place with a `*` gives all its texts. Another place with several texts gives none: the
 * page shows several awards there, and nothing says which text is whose.
 */
function joined(
  source: AwardSource,
  places: Place | readonly Place[] | undefined,
  labels: readonly string[] | undefined,
): string | null {
  const texts = [places ?? []].flat().map((place) => {
    const all = source.texts(place);
    if (place.includes('*')) return all.join(' · ');
    const [only = '', ...others] = new Set(all.map((text) => unlabelled(text, labels)));
    return others.length > 0 ? '' : only;
  });
  const text = texts
    .filter((each) => each !== '')
    .join(' ')
    .slice(0, MAX_TEXT_CHARACTERS);
  return text === '' ? null : text;
}

function unlabelled(text: string, labels: readonly string[] = []): string {
  const label = labels.find((each) => text.toLowerCase().startsWith(`${each.toLowerCase()} `));
  return label === undefined ? text : text.slice(label.length).trim();
}
