import { type Budget, budgetOf } from '../../budget.ts';
import type { Credential } from '../../credential/model.ts';
import { part } from '../../part.ts';
import { natureOf, type Problem, problem } from '../../problem.ts';
import { afterProof, type Check } from '../check.ts';
import type { CheckContext, CheckResult } from '../check-context.ts';
import { CAUTION_AT_MOST } from '../policy.ts';
import { type Facts, failed, inconclusive, notApplicable, type Outcome, warned } from '../report.ts';
import { FAMILIES, lookUpBit } from '../status/bitstring.ts';
import { type LookUp, type StatusFinding, unknown } from '../status/finding.ts';

/** A look-up that is loaded at its first use. Where it cannot be had, the entry is unknown (`part-missing`). */
function later(load: () => Promise<LookUp>): LookUp {
  const loaded = part(load);
  return async (question) => {
    const lookUp = await loaded();
    return lookUp.ok ? lookUp.value(question) : unknown(lookUp.problem);
  };
}

const ID_LISTS = ['1EdTechRevocationList', 'RevocationList', 'RevocationDictionary'] as const;
const inIdList = (type: (typeof ID_LISTS)[number]): LookUp =>
  later(() =>
    import('../status/ob-revocation-list.ts').then(({ DIALECTS, lookUpId }) => lookUpId(DIALECTS[type])),
  );

/**
 * One row for each kind of status. A kind without a row is inconclusive, because an unknown entry may say "revoked".
 */
const LOOK_UPS: ReadonlyMap<string, LookUp> = new Map<string, LookUp>([
  ...Object.entries(FAMILIES).map(([type, family]) => [type, lookUpBit(family)] as const),
  ...ID_LISTS.map((type) => [type, inIdList(type)] as const),
  [
    'TokenStatusList',
    later(() => import('../status/token-status-list.ts').then(({ lookUpTokenStatus }) => lookUpTokenStatus)),
  ],
]);

/** The most entries that are looked up. Each may name another host. */
const MAX_ENTRIES = 20;
/** The most bits that are looked up for one credential: those of its entries, and of those that its lists have. */
const MAX_LOOKS = 100;

/**
 * Has the issuer withdrawn or suspended it? Every entry is looked up, whatever an earlier one said.
 * Codes: `revoked`, `record-gone` (failed); `suspended`, `refresh-advised`, `status-message`, `status-list-too-short`,
 * `status-list-other-issuer`, `status-list-other-address`, `statements-hidden` (warned: the holder of a derived
 * credential may leave an entry out); `status-unsupported` and those of status/ (inconclusive).
 */
async function checkRevocation({
  record,
  hosting,
  withdrawal,
  ports,
  undisclosed,
  replacedStatuses = [],
}: CheckContext): Promise<CheckResult> {
  if (withdrawal) {
    const outcome = natureOf(withdrawal) === 'revoked' ? failed : inconclusive;
    return { outcome: outcome(withdrawal, hosting ? { address: hosting.address } : {}) };
  }
  const kept = undisclosed?.status ? problem('statements-hidden', { at: '/credentialStatus' }) : null;
  const statuses = [...record.statuses, ...replacedStatuses];
  if (statuses.length === 0) {
    if (kept) return { outcome: warned(kept) };
    // A hosted record needs no status entry. Its own address has just confirmed it.
    return { outcome: hosting ? { state: 'passed', facts: { address: hosting.address } } : notApplicable() };
  }
  const findings = await lookUpAll(
    { id: record.id, issuer: record.issuer, statuses },
    { ports, depth: 0, looks: budgetOf(MAX_LOOKS) },
  );
  return { outcome: weigh(findings, kept ? [kept] : []) };
}

export const revocation = {
  id: 'revocation',
  // OB 2.0 §Revocation: with 410 or `revoked: true`, the issuer has already answered.
  blockedBy: (context) => (context.withdrawal ? null : afterProof(context)),
  run: checkRevocation,
  policy: {
    ...CAUTION_AT_MOST,
    // A suspended credential holds, but not now. So its status comes from this check, and its standing is caution.
    warned: { byCode: { suspended: 'revoked' } },
    failed: 'revoked',
    inconclusive: 'by-cause',
    'not-run': 'withheld',
  },
  rank: 3,
} as const satisfies Check;

type Entered = Pick<Credential, 'id' | 'issuer' | 'statuses'>;

interface LookingUp {
  readonly ports: CheckContext['ports'];
  /** 0 for the credential, 1 for the list that it names, … */
  readonly depth: number;
  readonly looks: Budget;
}

/** The depth at which lists of lists end. A list that names itself would never end. */
const MAX_DEPTH = 2;

async function lookUpAll(record: Entered, { ports, depth, looks }: LookingUp): Promise<StatusFinding[]> {
  const withdrawn = async (list: Credential): Promise<Problem | null> => {
    if (list.statuses.length > 0 && depth + 1 >= MAX_DEPTH)
      return problem('status-unsupported', {
        at: '/credentialStatus',
        params: { type: list.statuses[0]?.type ?? '' },
      });
    const findings = await lookUpAll(list, { ports, depth: depth + 1, looks });
    return findings.find(({ says }) => says !== 'clear')?.problem ?? null;
  };
  const lookUp = async (entry: Credential['statuses'][number]): Promise<StatusFinding> => {
    const lookUpEntry = LOOK_UPS.get(entry.type);
    if (!lookUpEntry)
      return unknown(problem('status-unsupported', { at: entry.at, params: { type: entry.type } }));
    return lookUpEntry({
      entry,
      credentialId: record.id,
      issuerId: record.issuer.id,
      ports,
      looks,
      withdrawn,
    });
  };
  const findings = await Promise.all(record.statuses.slice(0, MAX_ENTRIES).map(lookUp));
  const beyond = unknown(problem('status-malformed', { at: '/credentialStatus' }));
  return record.statuses.length > MAX_ENTRIES ? [...findings, beyond] : findings;
}

/**
 * Revoked outweighs unknown, and unknown outweighs every other bit. A suspension is still shown beside an open
 * question. What was odd about a list that could be read is no reason why another could not.
 */
function weigh(findings: readonly StatusFinding[], more: readonly Problem[]): Outcome {
  const problemsOf = (says: StatusFinding['says']): readonly Problem[] =>
    findings.flatMap((finding) => (finding.says === says && finding.problem ? [finding.problem] : []));
  const revoked = problemsOf('set').filter(({ code }) => code === 'revoked');
  const unknowns = problemsOf('unknown');
  const set = problemsOf('set').filter(({ code }) => code !== 'revoked');
  const notes = unknowns.length > 0 ? [] : findings.flatMap((finding) => finding.notes);
  const [first, ...others] = [...revoked, ...unknowns, ...set, ...notes, ...more];
  const facts: Facts = { entries: findings.map((finding) => finding.facts) };
  if (!first) return { state: 'passed', facts };
  const open = unknowns.length > 0 ? 'inconclusive' : 'warned';
  return { state: revoked.length > 0 ? 'failed' : open, problem: first, others, facts };
}
