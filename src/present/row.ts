import type { Item, Row, Subject } from '../item.ts';
import type { Instant } from '../ports.ts';
import { type Problem, problem } from '../problem.ts';
import { CHECK_IDS, type HolderState, type SideFact, type Standing, type Status } from '../verify/report.ts';
import { withoutSecrets } from './address.ts';
import { brief } from './brief.ts';
import { changedWords } from './changed.ts';
import { allProblemsOf } from './checks.ts';
import { type Dates, UTC_DATES } from './dates.ts';
import { holdsNone, isList, isNothing, type Placed, waitingGroup } from './groups.ts';
import { type ImageView, imageView } from './image.ts';
import { issuerLine, namesDomain } from './issuer-line.ts';
import { localised } from './localised.ts';
import { otherName } from './other-name.ts';
import type { Say } from './say.ts';
import { keyOf, problemSentence, type Sign, type Voice } from './sentence.ts';
import { signOf } from './sign.ts';

/** One line of the list: what a reader sees of a credential at a glance. */
export interface RowView {
  readonly key: string;
  readonly link: string | null;
  readonly title: string;
  /** Where the title comes from: the record, the page, or nowhere. */
  readonly titleFrom: 'record' | 'page' | 'nobody';
  readonly issuer: string;
  /** Whether that line may end with a domain, which is never cut. */
  readonly namesDomain: boolean;
  readonly image: ImageView;
  /** null while it is being checked. */
  readonly verdict: VerdictView | null;
  readonly within: string | null;
  /** Says that the reader asked about it; null where the page shows it. */
  readonly asked: string | null;
  /** Says that an earlier visit found something else; null where it was the same, or is not known. */
  readonly changed: string | null;
  /** Names whom it is made out to, where the page is about somebody of another name; null elsewhere. */
  readonly whose: string | null;
}
export interface VerdictView {
  readonly status: Status;
  /** Which word and shape stand for it. */
  readonly sign: Sign;
  readonly standing: Standing;
  /** Code of the reason for them. */
  readonly code: string | null;
  readonly statusWord: string;
  readonly standingWord: string;
  /** Why, in a sentence; null where the status says it all. */
  readonly reason: string | null;
  readonly also: readonly { readonly fact: SideFact; readonly word: string }[];
  readonly holderState: HolderState;
  /** Two words about the holder; null where nothing was compared. */
  readonly holder: string | null;
}

/**
 * Row → its place in the list, on a page about this person. That needs no words, so a long list is ordered before its
 * rows are worded.
 */
export const placeOf = (row: Row, person: string | null = null): Placed =>
  row.state === 'checking'
    ? { key: row.key, within: null, asked: row.asked?.kind ?? null, verdict: null }
    : {
        key: row.key,
        within: row.within,
        asked: row.asked?.kind ?? null,
        verdict: { status: row.verdict.status, standing: row.verdict.standing, code: row.verdict.reason },
        changed: row.earlier?.outcome ?? null,
        whose: otherName(row.report.credential, person),
      };

/** Whether an answer is missing because the browser had no network. The list says so once, not on each row. */
export const isOffline = (row: Row): boolean =>
  row.state === 'checked' && problemsIn(row).some(({ code }) => code === 'offline');

/**
 * Row → what is seen of it at a glance, on a page about this person. Its key is compared and never read, so it is not
 * cut.
 */
export const rowView = (
  row: Row,
  say: Say,
  dates: Dates = UTC_DATES,
  person: string | null = null,
): RowView => ({
  ...(row.state === 'checking'
    ? pendingRow(brief(row), { say, dates })
    : checkedRow(brief(row), { say, dates }, person)),
  key: row.key,
});

/** A row that is still being checked: it shows only the page's word. */
function pendingRow(subject: Subject, { say }: Voice): RowView {
  const title = subject.claim?.title ?? null;
  const named = title ?? askedTitle(subject) ?? say('title_unnamed');
  return {
    key: subject.key,
    link: subject.link,
    title: named,
    titleFrom: title === null ? 'nobody' : 'page',
    issuer: issuerLine(subject, null, say),
    namesDomain: false,
    image: imageView(null, title ?? subject.provider?.name ?? ''),
    verdict: null,
    within: null,
    asked: askedWords(subject, say),
    changed: null,
    whose: null,
  };
}

/** A row of a checked credential, on a page about this person. */
export function checkedRow(
  whole: Item,
  voice: Voice,
  person: string | null = null,
): RowView & { readonly verdict: VerdictView } {
  const item = localised(whole, voice.say);
  const { credential } = item.report;
  const written = credential === null ? null : titleOf(credential);
  // A human page is no record: its title is the page's word.
  const fromRecord = credential?.format === 'page' ? null : written;
  const onPage = item.claim?.title ?? written;
  const named = otherName(credential, person);
  const title = fromRecord ?? onPage ?? askedTitle(item) ?? sourceTitle(item) ?? voice.say(unnamed(item));
  return {
    key: item.key,
    link: item.link,
    title,
    titleFrom: sourceOfTitle(fromRecord, onPage),
    issuer: issuerLine(item, item.report, voice.say),
    namesDomain: namesDomain(item),
    image: imageView(item, title),
    verdict: verdictView(item, voice),
    within: item.within,
    asked: askedWords(item, voice.say),
    changed: changedWords(item, voice),
    whose: named === null ? null : voice.say('whose_named', { name: named }),
  };
}

function sourceOfTitle(fromRecord: string | null, onPage: string | null): 'record' | 'page' | 'nobody' {
  if (fromRecord !== null) return 'record';
  return onPage !== null ? 'page' : 'nobody';
}

/** The title of what has no name: what kind of thing it is. What is no credential is not called one. */
function unnamed({ verdict, report, asked, link }: Item): string {
  if (asked !== undefined && isNothing(verdict.reason)) return keyOf.asked(asked.kind);
  // The command line's files. They have no address, and only where there are several does each go by its name.
  if (link === null && holdsNone(verdict.reason)) return keyOf.asked('file');
  if (isList(verdict.reason)) return 'title_list';
  if (verdict.reason === 'europass-sealed') return 'title_europass';
  const isBundle = report.credential?.types.includes('VerifiablePresentation');
  return isBundle ? 'title_presentation' : 'title_unnamed';
}

/** If a credential has no name yet, the reader still knows the file or the link. */
const askedTitle = ({ asked, link }: Subject): string | null =>
  asked === undefined ? null : (asked.name ?? (link === null ? null : withoutSecrets(link)));

/** Of several targets, one that holds no credential goes by its own name. */
const sourceTitle = ({ report, source }: Item): string | null =>
  report.credential === null ? (source ?? null) : null;

const askedWords = ({ asked }: Subject, say: Say): string | null =>
  asked === undefined ? null : say(keyOf.asked(asked.kind));

interface Named {
  readonly name: string | null;
  readonly achievements: readonly { readonly name: string | null }[];
}

/** A single achievement names the credential better than its envelope does. Several need the envelope's name. */
export function titleOf({ achievements, name }: Named): string | null {
  const first = achievements[0]?.name ?? null;
  return (achievements.length === 1 ? (first ?? name) : (name ?? first)) || null;
}

/**
 * That it came inside another record, which a stranger may have made: by that record's own title, so how it stands is
 * said too.
 */
export const withinWords = ({ title, verdict }: RowView, say: Say): string =>
  say('ui_within', { name: title, standing: verdict?.standingWord ?? '' });

function verdictView(item: Item, voice: Voice): VerdictView {
  const { say } = voice;
  const { status, standing, also, reason: code } = item.verdict;
  const sign = signOf(item);
  const why = reasonOf(item);
  const waiting = waitingGroup(code);
  const { state } = item.report.holder;
  return {
    status,
    standing,
    code,
    sign,
    statusWord: say(keyOf.status(sign)),
    standingWord: say(waiting === null ? keyOf.standing(standing) : keyOf.group(waiting)),
    reason: why === null ? null : problemSentence(why, atAGlance(voice, item.report.at)),
    also: also.filter((fact) => fact !== sign).map((fact) => ({ fact, word: say(keyOf.also(fact)) })),
    holderState: state,
    // the status already says it
    holder: state === 'not-checkable' || status === 'holder-mismatch' ? null : say(keyOf.holderShort(state)),
  };
}

/** The time of day says something only near the moment itself. The card's checks always give it. */
const NEAR_MS = 2 * 86_400_000;
const atAGlance = ({ say, dates }: Voice, now: Instant): Voice => ({
  say,
  dates: {
    ...dates,
    exact: (date) =>
      date.instant !== null && Math.abs(now - date.instant) < NEAR_MS ? dates.exact(date) : dates.day(date),
  },
});

const problemsIn = ({ report }: Item): readonly Problem[] =>
  CHECK_IDS.flatMap((id) => allProblemsOf(report.outcomes[id]));

/**
 * The problem behind the headline, with its parameters. Where the headline needs none, the first thing to ask about.
 */
export function reasonOf(item: Item): Problem | null {
  const { report, verdict } = item;
  if (verdict.reason !== null) {
    return problemsIn(item).find(({ code }) => code === verdict.reason) ?? problem(verdict.reason);
  }
  if (verdict.standing === 'verified') return null;
  const asking = CHECK_IDS.map((id) => report.outcomes[id]).find(({ state }) => state === 'warned');
  return asking?.problem ?? null;
}
