import type { Credential, Issuer } from '../../credential/model.ts';
import type { Recognition } from '../../ports.ts';
import { type Problem, problem } from '../../problem.ts';
import { type Check, never } from '../check.ts';
import type { CheckContext, CheckResult } from '../check-context.ts';
import { CAUTION_AT_MOST } from '../policy.ts';
import type { VerifyPorts } from '../ports.ts';
import { holds, type IssuerFinding, notRun, type Rung } from '../report.ts';
import { type Identified, identify, imitationAt } from '../trust/identified.ts';
import { domainOf, sameParty } from '../trust/issuer-domain.ts';
import { type ListedName, nameOfAnother, sameName } from '../trust/issuer-name.ts';
import type { LookAlike } from '../trust/look-alike.ts';
import { isOfPeople } from '../trust/organisation-host.ts';
import { recognitionOf } from '../trust/recognised.ts';

/**
 * Who issued this? The answer is a rung of the ladder in docs/decisions.md#the-issuer-ladder: integrity → bound →
 * domain → recognised. Each rung needs the one before. An issuer is recognised by its id and never by its name. It must
 * be on the reader's own list, the policy, a registry, or the project's list (docs/decisions.md#who-may-vouch). Being
 * hosted by a known platform is never enough.
 * Codes that raise a doubt: `issuer-name-differs`, `issuer-name-of-another`, `issuer-self`, `issuer-look-alike`,
 * `issuer-domain-confusable`, `creator-differs` (warned).
 * Codes that only say that nobody vouches: `issuer-unknown`, `issuer-identified` (warned), `registry-unreachable`
 * (inconclusive).
 */
export async function checkIssuerTrust(context: CheckContext): Promise<CheckResult> {
  const { record, hosting, ports } = context;
  const { id, name } = record.issuer;
  const domain = id === null ? null : domainOf(id);
  const lookAlike = domain === null ? null : await imitationAt(domain.replace(/:\d+$/, ''));
  const reached = rungReached(context, domain);
  const bound = reached === 'bound' || reached === 'domain';
  const recognised = bound && id !== null ? await ports.issuers.lookUp(id, ports.net) : null;
  const listed = bound && id !== null ? recognitionOf(id, ports.hosting.sameRecord) : null;
  const another = bearerElsewhere(record.issuer, domain);
  const found =
    bound && id !== null && name !== null && another === null
      ? await identify({ id, name, names: namesOf(record.issuer) }, ports.hosting)
      : null;
  const identified = found?.ok ? found.value : null;
  const recognisedBy = [
    ...(recognised?.ok ? recognised.value : []),
    ...(listed ? [listed] : []),
    ...(identified ? await byUniversities(identified, ports.issuers) : []),
  ];
  const issuer: IssuerFinding = {
    id,
    name,
    rung: recognisedBy.length > 0 ? 'recognised' : reached,
    domain,
    recognisedBy,
    answeredBy: hosting ? (ports.hosting.providerAt(hosting.address)?.name ?? null) : null,
  };
  const warnings = [...lookAlikeWarning(lookAlike), ...(bound ? doubts(record, { issuer, another }) : [])];
  const unreachable = [recognised, found].find((each) => each?.ok === false)?.problem ?? null;
  return { outcome: weigh(context, { issuer, warnings, unreachable, identified }), issuer };
}

export const issuerTrust = {
  id: 'issuer-trust',
  // The reader is warned of a look-alike even before anything is proved.
  blockedBy: never,
  run: checkIssuerTrust,
  policy: {
    ...CAUTION_AT_MOST,
    warned: 'unvouched',
    inconclusive: 'unvouched',
    'not-applicable': 'unvouched',
    'not-run': 'unvouched',
  },
  rank: 6,
} as const satisfies Check;

/** Where the reader or the organisation recognises all universities, they are named as the voucher. */
async function byUniversities(
  { by, name, date }: Identified,
  issuers: VerifyPorts['issuers'],
): Promise<readonly Recognition[]> {
  const who = by === 'directory' ? await issuers.universities?.() : null;
  return who ? [{ source: `${who}-universities`, name, date }] : [];
}

function rungReached({ outcomes }: CheckContext, domain: string | null): Rung {
  if (!holds(outcomes.proof)) return 'none';
  if (!holds(outcomes['key-binding'])) return 'integrity';
  return domain === null ? 'bound' : 'domain';
}

interface Weighed {
  readonly issuer: IssuerFinding;
  readonly warnings: readonly Problem[];
  readonly unreachable: Problem | null;
  readonly identified: Identified | null;
}

function weigh(
  context: CheckContext,
  { issuer, warnings, unreachable, identified }: Weighed,
): CheckResult['outcome'] {
  const facts = { rung: issuer.rung, domain: issuer.domain };
  const known = issuer.rung === 'recognised';
  const bound = known || issuer.rung === 'bound' || issuer.rung === 'domain';
  if (!bound && warnings.length === 0) {
    return notRun(holds(context.outcomes.proof) ? 'key-binding' : 'proof');
  }
  const open =
    bound && !known && unreachable ? [problem('registry-unreachable', { cause: unreachable })] : [];
  const unknown = bound && !known && !unreachable ? [unlisted(issuer, identified)] : [];
  const [first, ...others] = [...warnings, ...open, ...unknown];
  if (!first) return { state: 'passed', facts };
  return {
    state: warnings.length === 0 && open.length > 0 ? 'inconclusive' : 'warned',
    problem: first,
    others,
    facts,
  };
}

const unlisted = ({ name, id }: IssuerFinding, identified: Identified | null): Problem =>
  identified
    ? problem('issuer-identified', { params: identifiedParams(identified) })
    : problem('issuer-unknown', { params: { name: name ?? id ?? '' } });

const identifiedParams = ({ by, name, at, date }: Identified) => ({
  by,
  name,
  date,
  ...(by === 'platform' ? { provider: at } : { host: at }),
});

function lookAlikeWarning(lookAlike: LookAlike | null): readonly Problem[] {
  if (lookAlike === null) return [];
  const { shown: host, resembles } = lookAlike;
  if (resembles === null) return [problem('issuer-domain-confusable', { params: { host } })];
  return [problem('issuer-look-alike', { params: { host, resembles } })];
}

/** What a careful reader would question, whoever the issuer is. */
function doubts(
  record: Credential,
  { issuer, another }: { readonly issuer: IssuerFinding; readonly another: ListedName | null },
): readonly Problem[] {
  const { id, name } = record.issuer;
  const listed = issuer.recognisedBy[0];
  const known = issuer.recognisedBy.flatMap((each) => [each.name, ...(each.aka ?? [])]);
  const isKnown = namesOf(record.issuer).some((own) => known.some((each) => sameName(each, own)));
  const differently = listed && name !== null && !isKnown;
  const creator = record.achievements
    .map((achievement) => achievement.creator)
    .find((each) => isOther(each, record));
  return [
    ...(differently
      ? [problem('issuer-name-differs', { params: { claimed: name, listed: listed.name } })]
      : []),
    ...(another && !listed ? [problem('issuer-name-of-another', { params: { name: another.name } })] : []),
    ...(id !== null && id === record.recipient.id ? [problem('issuer-self')] : []),
    ...(creator
      ? [problem('creator-differs', { params: { creator: creator.name ?? creator.id ?? '' } })]
      : []),
  ];
}

/** Its name in each language. Lists have one, and a reader sees any of them. */
const namesOf = ({ name, names = [] }: Issuer): readonly string[] =>
  name === null ? names : [name, ...names];

/** The listed issuer with one of these names, where another domain issued the record. */
function bearerElsewhere(issuer: Issuer, domain: string | null): ListedName | null {
  for (const each of namesOf(issuer)) {
    const another = nameOfAnother(each);
    if (another && !isAt(another.domain, domain)) return another;
  }
  return null;
}

/**
 * Whether a host belongs to the owner of a domain. A host with a port does not, because any user may serve at a high
 * port.
 */
const isAt = (domain: string, host: string | null): boolean =>
  host !== null && !isOfPeople(host) && (host === domain || host.endsWith(`.${domain}`));

/**
 * OB 3.0 §Achievement.creator: who designed it. The same organisation may have another id of the same party, or only
 * its name.
 */
function isOther(creator: Credential['achievements'][number]['creator'], { issuer }: Credential): boolean {
  if (creator === null || creator.id === null || creator.id === issuer.id) return false;
  if (creator.name !== null && issuer.name !== null) return !sameName(creator.name, issuer.name);
  return issuer.id === null || !sameParty(creator.id, issuer.id);
}
