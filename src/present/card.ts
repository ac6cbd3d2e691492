import { readDate } from '../credential/date.ts';
import { isEmailType } from '../credential/email-type.ts';
import {
  type Achievement,
  type AchievementResult,
  type CredentialContent,
  DETAILS,
  type Detail,
  type Evidence,
  type Recipient,
} from '../credential/model.ts';
import type { Item } from '../item.ts';
import { matchNames } from '../verify/check/name-match.ts';
import type { HolderState, IssuerFinding } from '../verify/report.ts';
import { hostOf, safeLink } from './address.ts';
import { brief } from './brief.ts';
import { type CheckView, checkViews } from './checks.ts';
import { type ContactView, contactViews } from './contacts.ts';
import { type Dates, UTC_DATES } from './dates.ts';
import { groupOf } from './groups.ts';
import { type LadderView, ladderView } from './ladder.ts';
import { type Block, markdownReader } from './markdown.ts';
import { presenterSentence } from './presenter.ts';
import { checkedRow, isEndorsement, type RowView, reasonOf, type VerdictView, waits } from './row.ts';
import type { Say } from './say.ts';
import { keyOf, type Voice } from './sentence.ts';
import { type SkillGroup, skillGroups } from './skills.ts';

/** A labelled value: a date, a number, what the page says. */
export interface FactView {
  readonly label: string;
  readonly value: string;
  /** Set where the value joins the record's words and ours: each runs in its own direction. */
  readonly parts?: readonly string[];
}
export interface LinkView {
  readonly href: string;
  readonly host: string;
}
interface CriteriaView {
  readonly link: LinkView | null;
  readonly blocks: readonly Block[];
}
export interface EvidenceView {
  readonly title: string | null;
  readonly kind: string | null;
  readonly link: LinkView | null;
  readonly blocks: readonly Block[];
}

/** What the record says of one achievement, or of all that it holds. */
export interface EarnedView {
  /** The achievement; null where it is said of the whole record. */
  readonly title: string | null;
  readonly description: string | null;
  /** Credits, a field of study, a role and the like. */
  readonly details: readonly FactView[];
  readonly criteria: CriteriaView | null;
  readonly results: readonly FactView[];
  readonly evidence: readonly EvidenceView[];
}

/** An issuer by its id, and the name it goes by. */
export interface RecognisableIssuer {
  readonly id: string;
  readonly name: string;
}

/**
 * Everything that is shown of one checked credential. It is plain data, so the popup, a report and a test read the
 * same.
 */
export interface CardView extends RowView {
  readonly verdict: VerdictView & { readonly meaning: string; readonly standingMeaning: string };
  /** Where a person can have checked what this version cannot check; null where no such place is known. */
  readonly viewer: LinkView | null;
  /** Who presented it and signed the presentation; null where nobody did. */
  readonly presented: string | null;
  /**
   * The answer in one sentence. It is the reason, where there is one that the row does not give; otherwise the meaning
   * of the status.
   */
  readonly lead: string;
  /** How it is known who issued it, as far as that is known. */
  readonly how: string;
  /** The issuer that the reader may add to their own list because of this record. */
  readonly recognisable: RecognisableIssuer | null;
  /** The entry of the reader's own list that recognises this issuer. */
  readonly ownRecognition: RecognisableIssuer | null;
  readonly skills: readonly SkillGroup[];
  /** The heading above `earned`. */
  readonly earnedWords: string;
  /** First what is said of the whole record, then of each achievement. */
  readonly earned: readonly EarnedView[];
  readonly dates: readonly FactView[];
  readonly holder: {
    /** Whose it is: what the reader's comparison shows, and the name in the record beside that of the page. */
    readonly sentences: readonly string[];
    readonly name: string | null;
  };
  readonly checks: readonly CheckView[];
  readonly ladder: LadderView;
  readonly contacted: readonly ContactView[];
  readonly pageSays: readonly FactView[];
  readonly record: readonly FactView[];
  readonly judgedAt: string;
  /** The file or address that it came from, where there were several; null where there was one. */
  readonly source: string | null;
  /** Set where a click could get further: the origins to ask the reader for, as match patterns. */
  readonly advice: { readonly origins: readonly string[] } | null;
}

export interface CardOptions {
  readonly dates?: Dates;
  /** The person that the page says it is about. */
  readonly person?: string | null;
}

/** Item → everything that is said about it, in the words of `say` and the dates of `dates`. */
export function card(
  whole: Item,
  say: Say,
  { dates = UTC_DATES, person = null }: CardOptions = {},
): CardView {
  const item = brief(whole);
  const voice = { say, dates };
  const { credential, outcomes, issuer, holder, contacted, at } = item.report;
  const row = checkedRow(item, voice);
  const ladder = ladderView(
    { issuer, trust: outcomes['issuer-trust'], at, securing: credential?.securing ?? 'none' },
    voice,
  );
  // What a human page says is the page's word. Only a record has dates and a number of its own.
  const page = credential?.format === 'page' ? credential : null;
  const record = page === null ? credential : null;
  return {
    ...row,
    verdict: {
      ...row.verdict,
      meaning: say(keyOf.statusMeaning(row.verdict.sign)),
      standingMeaning: say(
        waits(item) ? keyOf.statusMeaning('not-checked') : keyOf.standingMeaning(row.verdict.standing),
      ),
    },
    viewer: item.verdict.reason === 'europass-sealed' ? linkView(EUROPASS_VIEWER) : null,
    presented: presenterSentence(item, say),
    lead: leadOf(row, say),
    how: howKnown(item, ladder, say),
    recognisable: recognisable(item),
    ownRecognition: ownRecognition(item),
    skills: skillGroups(credential?.achievements ?? []),
    earnedWords: say(credential !== null && isEndorsement(credential) ? 'ui_endorsement' : 'ui_earned'),
    earned: credential === null ? [] : earnedViews(credential, voice),
    dates: record === null ? [] : [...startFacts(record, voice), endFact(record, voice)],
    holder: {
      sentences: holderSentences(
        record,
        { state: holder.state, isAsked: outcomes.holder.state !== 'not-applicable', person },
        say,
      ),
      name: record?.recipient.name ?? null,
    },
    checks: checkViews(outcomes, voice),
    ladder,
    contacted: contactViews(contacted, voice),
    pageSays: [...claimFacts(item, say), ...(page === null ? [] : startFacts(page, voice))],
    record: record === null ? [] : recordFacts(record, say),
    judgedAt: say('ui_judged_at', { date: dates.moment(at) }),
    source: whole.source ?? null,
    advice: adviceFor(item),
  };
}

/** The row says why something needs a look. The card then says what that means. */
function leadOf({ verdict }: ReturnType<typeof checkedRow>, say: Say): string {
  const saidInRow = groupOf({ verdict }) === 'look';
  return saidInRow || verdict.reason === null ? say(keyOf.statusMeaning(verdict.sign)) : verdict.reason;
}

function howKnown({ report }: Item, { recognisedBy }: LadderView, say: Say): string {
  const { credential, issuer, outcomes } = report;
  const { rung, domain, answeredBy } = issuer;
  // Where nothing was read, nothing was found wanting either.
  if (credential === null || credential.format === 'page') return say('how_unread');
  if (recognisedBy.length > 0) return recognisedBy.join(' ');
  if (rung === 'none' || rung === 'integrity') {
    const isOpen = [outcomes.proof, outcomes['key-binding']].some(({ state }) => state === 'inconclusive');
    if (isOpen && credential.securing !== 'none') return say(keyOf.checkState('key-binding', 'inconclusive'));
  }
  return say(credential.securing === 'hosted' ? howHosted(issuer) : `how_${rung}`, {
    host: domain ?? '',
    provider: answeredBy ?? '',
  });
}

/** The same of a record that a server keeps: nothing of it is signed. A tenant of a shared host has no domain. */
function howHosted({ rung, name, answeredBy }: IssuerFinding): string {
  if (rung === 'none' || rung === 'integrity') return 'how_none';
  if (answeredBy !== null && answeredBy !== name) return 'how_platform';
  return rung === 'bound' ? 'how_hosted' : 'how_domain';
}

/**
 * An issuer's id can be recognised again only if the key or server is known to be the issuer's. A record that does not
 * count is no occasion to recognise anybody.
 */
function recognisable({ report, verdict }: Item): CardView['recognisable'] {
  const { id, name, rung } = report.issuer;
  if (id === null || (rung !== 'bound' && rung !== 'domain')) return null;
  if (verdict.standing !== 'unrecognised' && verdict.standing !== 'caution') return null;
  return { id, name: name ?? id };
}

function ownRecognition({ report }: Item): CardView['ownRecognition'] {
  const { id, recognisedBy } = report.issuer;
  const own = recognisedBy.find(({ source }) => source === 'reader');
  return id === null || own === undefined ? null : { id: own.listedAs ?? id, name: own.name };
}

interface Holder {
  readonly state: HolderState;
  /** Whether the reader entered something to compare. */
  readonly isAsked: boolean;
  readonly person: string | null;
}

/** An address that was compared says more than a name, so it comes first. */
function holderSentences(
  record: CredentialContent | null,
  { state, isAsked, person }: Holder,
  say: Say,
): readonly string[] {
  // Without a record, nothing says whether it names somebody.
  if (record === null) return [say(keyOf.holder('not-checkable'))];
  const compared = state === 'not-checkable' ? [] : [say(keyOf.holder(state))];
  // It may speak for whoever shows it, or for a course that they took.
  if (isEndorsement(record)) return [say('whose_endorsement'), ...compared];
  const { name } = record.recipient;
  if (name === null) {
    if (compared.length > 0) return compared;
    return [say(!isAsked && hasAddress(record.recipient) ? 'whose_addressed' : 'whose_unnamed')];
  }
  const named = namedSentence(name, person, say);
  return state === 'matched' || state === 'mismatch' ? [...compared, named] : [named, ...compared];
}

/** Whether it is issued to an address that the holder check compares: a plain one, or a digest (OB 3.0 §IdentifierTypeEnum). */
const hasAddress = ({ id, identifiers }: Recipient): boolean =>
  /^mailto:/i.test(id ?? '') ||
  identifiers.some(
    ({ identityType, identity, hashed }) => isEmailType(identityType) && (hashed || /[@$]/.test(identity)),
  );

/** The name that it is made out to, beside the page's name. A name is no identity, so this is never a verdict. */
function namedSentence(name: string, person: string | null, say: Say): string {
  if (person === null) return say('whose_named', { name });
  return say(`whose_${matchNames(name, person)}`, { name, person });
}

/** The European Commission's own viewer. It reads the file or the link that the holder has. */
const EUROPASS_VIEWER = 'https://europa.eu/europass/digital-credentials/viewer/';

/**
 * Where there are several achievements, what is said once for all of them stands with the whole, and not with the one that
 * happens to come first (OB 3.0 §B.1.4: evidence, credits, role and term are the subject's).
 */
function earnedViews(content: CredentialContent, voice: Voice): readonly EarnedView[] {
  const { achievements, description } = content;
  const [only, ...more] = achievements;
  const read = markdownReader();
  const evidence = achievements.flatMap((each) => each.evidence.map((one) => evidenceView(one, read)));
  const ofSubject = achievements.flatMap((each) => detailFacts(each, DETAILS.subject, voice));
  const views =
    only !== undefined && more.length === 0
      ? [
          {
            title: null,
            description: only.description ?? description,
            details: [...kindFacts(only, voice), ...ofSubject],
            criteria: criteriaView(only, read),
            results: resultFacts(only.results, voice.say),
            evidence,
          },
        ]
      : [
          {
            title: null,
            description,
            details: [...endorsedFacts(content, voice.say), ...ofSubject],
            criteria: null,
            results: resultFacts(achievements.flatMap(({ results }) => results).filter(isOfWhole), voice.say),
            evidence,
          },
          ...achievements.map((each) => ({
            title: each.name ?? voice.say('title_unnamed'),
            description: each.description,
            details: kindFacts(each, voice),
            criteria: criteriaView(each, read),
            results: resultFacts(
              each.results.filter((result) => !isOfWhole(result)),
              voice.say,
            ),
            evidence: [],
          })),
        ];
  return views.filter(saysAnything);
}

const saysAnything = ({ description, details, criteria, results, evidence }: EarnedView): boolean =>
  description !== null || criteria !== null || [details, results, evidence].some(({ length }) => length > 0);

/** Without a description by which it belongs to one achievement, a result is the whole subject's (OB 3.0 §B.1.22). */
const isOfWhole = ({ name }: AchievementResult): boolean => name === null;

/** An endorsement names only by id what it speaks for. */
function endorsedFacts(content: CredentialContent, say: Say): readonly FactView[] {
  const { id } = content.recipient;
  return id !== null && isEndorsement(content) ? [{ label: say('ui_endorsed'), value: id }] : [];
}

type ReadMarkdown = ReturnType<typeof markdownReader>;

const linkView = (address: string | null): LinkView | null => {
  const href = safeLink(address);
  const host = hostOf(href);
  return href === null || host === null ? null : { href, host };
};

function criteriaView({ criteria }: Achievement, read: ReadMarkdown): CriteriaView | null {
  const link = linkView(criteria.id);
  const blocks = criteria.narrative === null ? [] : read(criteria.narrative);
  return link === null && blocks.length === 0 ? null : { link, blocks };
}

function evidenceView(
  { id, name, narrative, description, genre, audience }: Evidence,
  read: ReadMarkdown,
): EvidenceView {
  const blocks = [description, narrative].flatMap((text) => (text === null ? [] : read(text)));
  const kind = [genre, audience].filter((each) => each !== null).join(' · ') || null;
  return { title: name, kind, link: linkView(id), blocks };
}

/** All that is said of a result: 42 means one thing of 50 and another of 100, and a status may say "Failed". */
function resultFacts(results: readonly AchievementResult[], say: Say): readonly FactView[] {
  return results.flatMap(({ name, value, status, achievedLevel, valueMax = null, required = null }) => {
    const scored =
      value === null || valueMax === null ? value : say('ui_result_of', { value, max: valueMax });
    const got = [scored, achievedLevel, status === null ? null : inWords(status)].filter(
      (each) => each !== null,
    );
    if (got.length === 0) return [];
    const demanded = required === null ? [] : [say('ui_result_required', { value: required })];
    const parts = [...got, ...demanded];
    return [{ label: name ?? say('ui_result'), value: parts.join(' · '), parts }];
  });
}

function kindFacts(achievement: Achievement, voice: Voice): readonly FactView[] {
  const { type } = achievement;
  const kind = type === null ? [] : [{ label: voice.say('detail_achievementType'), value: inWords(type) }];
  return [...kind, ...detailFacts(achievement, DETAILS.achievement, voice)];
}

function detailFacts(
  { details = {} }: Achievement,
  names: readonly Detail[],
  { say, dates }: Voice,
): readonly FactView[] {
  return names.flatMap((name) => {
    const text = details[name];
    if (text === undefined) return [];
    const date = name.endsWith('Date') ? readDate(text) : null;
    return [{ label: say(keyOf.detail(name)), value: date === null ? text : dates.day(date) }];
  });
}

/** A term of OB 3.0's lists, or an issuer's own (`ext:…`), as words: `InProgress`, `ext:MicroDegree`. */
const inWords = (term: string): string =>
  /^(?:ext:)?[A-Za-z]+$/.test(term) ? term.replace(/^ext:/, '').replace(/([a-z])([A-Z])/g, '$1 $2') : term;

function startFacts({ issued, validFrom }: CredentialContent, { say, dates }: Voice): readonly FactView[] {
  const sameDay = issued !== null && issued.instant === validFrom?.instant;
  return [
    ...(issued === null ? [] : [{ label: say('ui_issued'), value: dates.day(issued) }]),
    ...(validFrom === null || sameDay ? [] : [{ label: say('ui_valid_from'), value: dates.day(validFrom) }]),
  ];
}

const endFact = ({ validUntil }: CredentialContent, { say, dates }: Voice): FactView => ({
  label: say('ui_valid_until'),
  value: validUntil === null ? say('ui_no_end') : dates.day(validUntil),
});

/** Claims of the page are shown as the page's word (docs/decisions.md#page-claims). */
function claimFacts({ claim }: Item, say: Say): readonly FactView[] {
  const facts = [
    ['ui_page_title', claim?.title ?? null],
    ['ui_page_issuer', claim?.issuer ?? null],
    ['ui_page_issued', claim?.issued ?? null],
    ['ui_page_expires', claim?.expires ?? null],
    ['ui_page_credential_id', claim?.credentialId ?? null],
    ['ui_page_also_named', claim?.alsoNamed?.join(' · ') ?? null],
  ] as const;
  return facts.flatMap(([key, value]) => (value === null ? [] : [{ label: say(key), value }]));
}

function recordFacts({ format, id }: CredentialContent, say: Say): readonly FactView[] {
  const facts = [{ label: say('ui_record_format'), value: say(keyOf.format(format)) }];
  return id === null ? facts : [...facts, { label: say('ui_record_id'), value: id }];
}

function adviceFor(item: Item): CardView['advice'] {
  const reason = reasonOf(item);
  if (reason?.code !== 'permission-needed') return null;
  const origin = reason.params?.origin;
  return { origins: origin === undefined ? [] : [`${origin}/*`] };
}
