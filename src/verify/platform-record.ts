/**
 * The report on what a platform's own server says about its own award
 * (docs/decisions.md#what-a-platform-says-of-its-own-awards).
 */
import type { Achievement, CredentialContent, DateText } from '../credential/model.ts';
import type { Recognition } from '../ports.ts';
import { type Problem, problem } from '../problem.ts';
import type { PageClaim } from '../site/sighting.ts';
import { checkHolder } from './check/holder.ts';
import { comparePage } from './check/page-claim.ts';
import { checkValidityPeriod } from './check/validity-period.ts';
import type { VerifyPorts } from './ports.ts';
import { notApplicable, type Outcome, type Outcomes, outcomesFrom, passed, type Report } from './report.ts';
import { monthsSince, STALE_MONTHS } from './trust/age.ts';

/** An award in the records of the platform that gave it. It is read from data that only the platform writes. */
export interface PlatformRecord {
  /** The address that answered, on the platform's own host. */
  readonly url: string;
  readonly platform: { readonly id: string; readonly name: string; readonly domain: string };
  /**
   * The partner for whom the platform awarded it, such as a university or a company. Null where its data names none.
   */
  readonly partner: string | null;
  readonly id: string | null;
  readonly title: string | null;
  readonly holder: string | null;
  readonly issued: DateText | null;
  readonly expires: DateText | null;
  readonly description: string | null;
  readonly score: string | null;
  readonly skills: readonly string[];
  /** Whether the platform's data would show that the award was withdrawn, or has an end. */
  readonly says: { readonly withdrawal: boolean; readonly end: boolean };
  /** The platform that keeps the record, where another platform's host showed it, and the date of that knowledge. */
  readonly keptBy?: string;
  readonly asOf?: string;
  /** Set where no request was sent, and the platform's page was read as it was open in the browser. */
  readonly inView?: true;
}

/**
 * The report on a platform's own award. The server that answered over TLS is the issuer's own. So issuer and host are
 * one. What the platform's data cannot say is not applicable (`withdrawal-not-said`, `end-not-said`), never passed.
 */
export async function platformReport(
  record: PlatformRecord,
  claim: PageClaim | null,
  ports: VerifyPorts,
): Promise<Report> {
  const content = contentOf(record);
  const { platform, url, says } = record;
  const facts = { url, domain: platform.domain };
  const holder = await checkHolder({ record: content, ports });
  const isKnown = monthsSince(record.asOf ?? null, ports.clock.now()) < STALE_MONTHS;
  return {
    credential: content,
    outcomes: outcomesOf({
      proof: passed({ by: record.inView ? 'page-in-view' : 'platform', ...facts }),
      'key-binding': passed(facts),
      revocation: says.withdrawal ? passed({ url }) : unsaid('withdrawal-not-said', record),
      'validity-period': validityOf(record, ports),
      'issuer-trust': trustIn(platform, isKnown),
      holder: holder.outcome,
      'page-claim': comparePage(
        claim,
        { ...content, issuer: { ...content.issuer, name: record.partner ?? platform.name } },
        platform.name,
      ).outcome,
    }),
    issuer: {
      id: platform.id,
      name: platform.name,
      ...(record.partner !== null && { partner: record.partner }),
      rung: isKnown ? 'recognised' : 'domain',
      domain: platform.domain,
      recognisedBy: isKnown ? [recognitionIn(record)] : [],
      answeredBy: record.keptBy ?? platform.name,
    },
    holder: { state: holder.holder ?? 'not-checkable' },
    contacted: [],
    at: ports.clock.now(),
  };
}

/** A platform vouches for itself. The project's list says who runs a host. */
const recognitionIn = ({ platform: { name }, asOf }: PlatformRecord): Recognition =>
  asOf === undefined ? { source: name, name } : { source: 'touchstone', name, date: asOf };

const trustIn = ({ name, domain }: PlatformRecord['platform'], isKnown: boolean): Outcome => {
  const facts = { rung: isKnown ? 'recognised' : 'domain', domain };
  return isKnown
    ? passed(facts)
    : { state: 'warned', problem: problem('issuer-unknown', { params: { name } }), facts };
};

/** A platform's award has no form to conform to and no newer copy. Checks without an answer do not apply. */
const outcomesOf = (answers: Partial<Outcomes>): Outcomes =>
  outcomesFrom((id) => answers[id] ?? notApplicable());

const unsaid = (code: Problem['code'], { platform }: PlatformRecord): Outcome => ({
  state: 'not-applicable',
  problem: problem(code, { params: { platform: platform.name } }),
});

/** A month without a day names no instant, so it raises no doubt. */
function validityOf(record: PlatformRecord, ports: VerifyPorts): Outcome {
  const { issued, expires } = record;
  const begins = issued?.instant == null ? null : issued;
  const { outcome } = checkValidityPeriod({
    record: { issued: begins, validFrom: begins, validUntil: expires },
    ports,
  });
  const isOpen = outcome.state === 'passed' && expires === null;
  return isOpen && !record.says.end ? unsaid('end-not-said', record) : outcome;
}

const contentOf = (record: PlatformRecord): CredentialContent => ({
  format: 'platform',
  securing: 'hosted',
  vcdm: null,
  types: [],
  id: record.id,
  name: record.title,
  description: record.description,
  image: null,
  issuer: {
    id: record.platform.id,
    name: record.platform.name,
    url: record.platform.id,
    email: null,
    image: null,
    description: null,
  },
  recipient: { id: null, name: record.holder, identifiers: [] },
  achievements: [achievementOf(record)],
  issued: record.issued,
  validFrom: record.issued,
  validUntil: record.expires,
});

const achievementOf = ({ title, description, skills, score }: PlatformRecord): Achievement => ({
  id: null,
  name: title,
  description,
  type: null,
  image: null,
  criteria: { id: null, narrative: null },
  creator: null,
  alignments: [],
  tags: skills,
  evidence: [],
  results: score === null ? [] : [{ name: null, value: score, status: null, achievedLevel: null }],
});
