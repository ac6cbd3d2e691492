import type { Item } from '../item.ts';
import { lazy } from '../lazy.ts';
import type { IssuerFinding } from '../verify/report.ts';
import { type LinkView, linkView } from './address.ts';
import { brief } from './brief.ts';
import { type CheckView, checkViews } from './checks.ts';
import { type ContactView, contactViews } from './contacts.ts';
import { type Dates, UTC_DATES } from './dates.ts';
import { type EarnedView, earnedHeading, earnedViews } from './earned.ts';
import type { FactView } from './fact.ts';
import { groupOf, waitingGroup } from './groups.ts';
import { holderSentences } from './holder.ts';
import { type LadderView, ladderView } from './ladder.ts';
import { localised } from './localised.ts';
import { presenterSentence } from './presenter.ts';
import { claimFacts, endFact, recordFacts, startFacts } from './record-facts.ts';
import { checkedRow, type RowView, reasonOf, type VerdictView } from './row.ts';
import type { Say } from './say.ts';
import { keyOf } from './sentence.ts';
import { type SkillGroup, skillGroups } from './skills.ts';

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
  /** The other addresses under which the page links the same record. */
  readonly alsoLinked: readonly string[];
  readonly pageSays: readonly FactView[];
  readonly record: readonly FactView[];
  readonly judgedAt: string;
  /** The file or address that it came from, where there were several; null where there was one. */
  readonly source: string | null;
  /** Origins that a click could open, as match patterns. */
  readonly wantedOrigins: readonly string[];
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
  const item = localised(brief(whole), say);
  const voice = { say, dates };
  const { credential, outcomes, issuer, holder, contacted, at } = item.report;
  const row = checkedRow(item, voice, person);
  const ladder = ladderView(
    { issuer, trust: outcomes['issuer-trust'], at, securing: credential?.securing ?? 'none' },
    voice,
  );
  // What a human page says is the page's word. Only a record has dates and a number of its own.
  const page = credential?.format === 'page' ? credential : null;
  const record = page === null ? credential : null;
  // Reading the prose takes longer than all else, and a table or a summary has no place for it.
  const earned = lazy(() => (credential === null ? [] : earnedViews(credential, voice)));
  return {
    ...row,
    verdict: {
      ...row.verdict,
      meaning: say(keyOf.statusMeaning(row.verdict.sign)),
      standingMeaning: say(
        waitingGroup(item.verdict.reason) === null
          ? keyOf.standingMeaning(row.verdict.standing)
          : keyOf.statusMeaning('not-checked'),
      ),
    },
    viewer: item.verdict.reason === 'europass-sealed' ? linkView(EUROPASS_VIEWER) : null,
    presented: presenterSentence(item, say),
    lead: leadOf(row, say),
    how: howKnown(item, ladder, say),
    recognisable: recognisable(item),
    ownRecognition: ownRecognition(item),
    skills: skillGroups(credential?.achievements ?? []),
    earnedWords: say(credential === null ? 'ui_earned' : earnedHeading(credential)),
    get earned() {
      return earned();
    },
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
    alsoLinked: item.alsoLinked ?? [],
    pageSays: [...claimFacts(item, say), ...(page === null ? [] : startFacts(page, voice))],
    record: record === null ? [] : recordFacts(record, say),
    judgedAt: say('ui_judged_at', { date: dates.moment(at) }),
    source: whole.source ?? null,
    wantedOrigins: wantedOrigins(item),
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
  return say(credential.securing === 'hosted' ? howHosted(issuer) : keyOf.how(rung), {
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

/** The European Commission's own viewer. It reads the file or the link that the holder has. */
const EUROPASS_VIEWER = 'https://europa.eu/europass/digital-credentials/viewer/';

/** A missing grant names the origin that it is missing for. */
function wantedOrigins(item: Item): readonly string[] {
  const reason = reasonOf(item);
  const origin = reason?.code === 'permission-needed' ? reason.params?.origin : undefined;
  return origin === undefined ? [] : [`${origin}/*`];
}
