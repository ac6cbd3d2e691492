/** Credential → Report: every question asked, none left out after a bad answer. */
import type { Credential } from '../credential/model.ts';
import { recordContacts } from '../net/contacts.ts';
import { problem } from '../problem.ts';
import { fail } from '../result.ts';
import type { PageClaim } from '../site/sighting.ts';
import { checkConformance } from './check/conformance.ts';
import { refreshed } from './check/refresh.ts';
import { checkRelatedDigests, withRelated } from './check/related-digests.ts';
import { CHECKS } from './checks.ts';
import { contentOf } from './content.ts';
import { establish } from './establish.ts';
import type { Answer, Check, Establishment, Inquiry } from './inquiry.ts';
import type { VerifyPorts } from './ports.ts';
import {
  type HolderState,
  type IssuerFinding,
  inconclusive,
  notRun,
  type Outcome,
  type Outcomes,
  type Report,
} from './report.ts';
import { NO_ISSUER } from './unresolved.ts';

export interface ToVerify {
  readonly credential: Credential;
  /** What the page that shows it says about it; null where there is no page. */
  readonly claim: PageClaim | null;
  /** 0, or the depth of an endorsement. */
  readonly depth?: number;
}

export interface Verified {
  /** Always whole: each check has an outcome, whatever happened (OB 3.0 §OpenBadgeCredential Verification: all steps). */
  readonly report: Report;
  /** The record that the report speaks of: hosted and refreshed records replace the copy that came in. */
  readonly record: Credential;
}

/** Verifies one credential. Never rejects for bad input: expected trouble is an outcome with a code. */
export async function verify(
  { credential, claim, depth = 0 }: ToVerify,
  world: VerifyPorts,
): Promise<Verified> {
  const asked = recordContacts(world.net, world.clock);
  const ports: VerifyPorts = { ...world, net: asked.net };
  const verifyInner = async (inner: Credential) =>
    (await verify({ credential: inner, claim: null, depth: depth + 1 }, { ...ports, holder: {} })).report;
  const start: Inquiry = {
    ...UNESTABLISHED,
    record: credential,
    claim,
    ports,
    outcomes: {},
    depth,
    verifyInner,
  };
  const first = await establishSafely(start);
  const fresh = await refreshed(first).catch(() => ({ outcome: CRASHED, establishment: null }));
  // A refreshed copy is shown as a whole or in part for itself.
  const inquiry: Inquiry = fresh.establishment
    ? { ...first, hidden: undefined, unread: undefined, ...fresh.establishment }
    : first;
  const opening: Partial<Outcomes> = {
    conformance: await conformanceOf(inquiry).catch(() => CRASHED),
    proof: inquiry.proof,
    'key-binding': inquiry.keyBinding,
    refresh: fresh.outcome,
  };
  const end = await askAll({ ...inquiry, outcomes: opening });
  const report: Report = {
    credential: contentOf(inquiry.record),
    outcomes: end.outcomes as Outcomes,
    issuer: end.issuer,
    holder: { state: end.holder },
    contacted: asked.contacts(),
    at: world.clock.now(),
  };
  return { report, record: inquiry.record };
}

/** Resources that only the record names are asked for only after a good proof, and not for what others say of it. */
async function conformanceOf({ record, proof, ports, depth, hidden, unread }: Inquiry): Promise<Outcome> {
  if (unread) return notRun('proof');
  const holds = proof.state === 'passed' || proof.state === 'warned';
  const outcome = await checkConformance(record, holds ? ports : { ...ports, ...NOBODY_ASKED }, hidden);
  if (depth > 0 || !holds) return outcome;
  return withRelated(outcome, await checkRelatedDigests(record, ports.net));
}

const NOBODY_ASKED: Pick<VerifyPorts, 'net'> = { net: { get: async () => fail('schema-unavailable') } };

interface Findings {
  readonly outcomes: Partial<Outcomes>;
  readonly issuer: IssuerFinding;
  readonly holder: HolderState;
}

/** A thrown check is a bug of ours: its question stays open, and every other one is still asked. */
const CRASHED: Outcome = inconclusive(problem('internal'));
const UNESTABLISHED: Omit<Establishment, 'record'> = {
  proof: CRASHED,
  keyBinding: notRun('proof'),
  hosting: null,
};

const establishSafely = async (inquiry: Inquiry): Promise<Inquiry> => ({
  ...inquiry,
  ...(await establish(inquiry.record, inquiry.ports).catch(() => null)),
});

async function askAll(inquiry: Inquiry): Promise<Findings> {
  let { outcomes } = inquiry;
  let issuer: IssuerFinding = {
    ...NO_ISSUER,
    id: inquiry.record.issuer.id,
    name: inquiry.record.issuer.name,
  };
  let holder: HolderState = 'not-checkable';
  for (const check of CHECKS) {
    const answer = await answerOf(check, { ...inquiry, outcomes });
    outcomes = { ...outcomes, [check.id]: answer.outcome };
    issuer = answer.issuer ?? issuer;
    holder = answer.holder ?? holder;
  }
  return { outcomes, issuer, holder };
}

async function answerOf(check: Check, inquiry: Inquiry): Promise<Answer> {
  const blocked = check.blockedBy(inquiry);
  if (blocked !== null) return { outcome: notRun(blocked) };
  try {
    return await check.ask(inquiry);
  } catch {
    return { outcome: CRASHED };
  }
}
