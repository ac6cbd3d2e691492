/** Whole reports for what never became a record: a link that could not be read, or a page for people. */
import type { CredentialContent } from '../credential/model.ts';
import type { Instant } from '../ports.ts';
import { type Nature, natureOf, type Problem, type ProblemCode, problem } from '../problem.ts';
import type { PageClaim } from '../site/sighting.ts';
import {
  type CheckId,
  failed,
  type IssuerFinding,
  inconclusive,
  notRun,
  type Outcome,
  outcomesFrom,
  type Report,
} from './report.ts';

/** A page for people at a known host, with the link's own id. Everything in it is only the page's claim. */
export interface HumanPage {
  readonly url: string;
  /** The name of the platform on whose own origin the page is. */
  readonly answeredBy: string | null;
  readonly says: PageClaim;
  /** Set where no request was sent, and the page was read as it was open in the browser. */
  readonly inView?: true;
}

export const NO_ISSUER: IssuerFinding = {
  id: null,
  name: null,
  rung: 'none',
  domain: null,
  recognisedBy: [],
  answeredBy: null,
};

/** The check to which a problem belongs: it answers that check's question, or leaves it open. */
const PLACE_OF = {
  disproved: ['proof', failed],
  malformed: ['conformance', failed],
  revoked: ['revocation', failed],
  network: ['proof', inconclusive],
  unsupported: ['proof', inconclusive],
  limit: ['conformance', inconclusive],
  permission: ['proof', inconclusive],
  private: ['proof', inconclusive],
  note: ['proof', inconclusive],
} as const satisfies Record<Nature, readonly [CheckId, (problem: Problem) => Outcome]>;

/**
 * What a server may send by mistake instead of a record. In a file that somebody hands over, this is a finding. As an
 * answer of a server, it says nothing about the expected credential (docs/decisions.md#answers-of-another-shape).
 */
const BROKEN_ANSWERS: ReadonlySet<ProblemCode> = new Set([
  'empty-document',
  'text-not-unicode',
  'json-malformed',
  'json-too-deep',
  'json-too-many-entries',
  'json-too-large',
  'jwt-malformed',
  'png-malformed',
  'svg-malformed',
  'inflated-too-large',
]);

/**
 * The report on a link, a file or an inner credential that could not be read.
 * @param why the problem that ended the reading; its nature decides which check it settles
 * @param at the moment for which it is judged
 * @param answered whether a server sent what could not be read
 */
export function unresolvedReport(why: Problem, at: Instant, answered = false): Report {
  const nature = answered && BROKEN_ANSWERS.has(why.code) ? 'network' : natureOf(why);
  const [check, settled] = PLACE_OF[nature];
  return { ...reportOf(check, settled(why)), credential: null, issuer: NO_ISSUER, at };
}

/**
 * The report on a page that is no record: at most `page-only`, whatever it says
 * (docs/decisions.md#status-and-standing).
 */
export function pageOnlyReport(page: HumanPage, at: Instant): Report {
  const code = page.inView ? 'page-in-view' : 'page-only';
  const why = problem(code, { params: { host: new URL(page.url).hostname } });
  return {
    ...reportOf('proof', inconclusive(why, { url: page.url })),
    credential: pageContent(page.says),
    issuer: { ...NO_ISSUER, name: page.says.issuer, answeredBy: page.answeredBy },
    at,
  };
}

const reportOf = (check: CheckId, outcome: Outcome): Pick<Report, 'outcomes' | 'holder' | 'contacted'> => ({
  outcomes: outcomesFrom((id) => (id === check ? outcome : notRun(check))),
  holder: { state: 'not-checkable' },
  contacted: [],
});

const dateOf = (text: string | null) => (text === null ? null : { text, instant: null });

const pageContent = (says: PageClaim): CredentialContent => ({
  format: 'page',
  securing: 'none',
  vcdm: null,
  types: [],
  id: says.credentialId,
  name: says.title,
  description: null,
  image: null,
  issuer: { id: null, name: says.issuer, url: null, email: null, image: null, description: null },
  recipient: { id: null, name: null, identifiers: [] },
  achievements: [],
  issued: dateOf(says.issued),
  validFrom: dateOf(says.issued),
  validUntil: dateOf(says.expires),
});
