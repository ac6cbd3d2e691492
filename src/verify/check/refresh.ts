import type { Credential } from '../../credential/model.ts';
import type { JsonObject } from '../../json.ts';
import { readTextAnswer } from '../../net/answer.ts';
import type { Net } from '../../ports.ts';
import { problem } from '../../problem.ts';
import type { Result } from '../../result.ts';
import { readCredentialText } from '../credential-text.ts';
import { establish } from '../establish.ts';
import type { Establishment, Inquiry } from '../inquiry.ts';
import { inconclusive, notApplicable, notRun, type Outcome, passed, warned } from '../report.ts';

export interface Refreshed {
  readonly outcome: Outcome;
  /** Set where a newer copy replaces the record. */
  readonly establishment: Establishment | null;
}

/**
 * Asks once for a newer copy (OB 3.0 §Refresh), and only after a good proof: before it, anybody could have named the
 * address. The copy counts only if it has the same issuer and id and is itself authentic; else the original stands.
 * Codes: `refresh-failed`, `refresh-unsupported` (inconclusive), `refreshed-copy-rejected` (warned).
 */
export async function refreshed(inquiry: Inquiry): Promise<Refreshed> {
  const { record, ports } = inquiry;
  if (record.refreshServices.length === 0) return original(notApplicable());
  if (!holds(inquiry.proof)) return original(notRun('proof'));
  if (!holds(inquiry.keyBinding)) return original(notRun('key-binding'));
  const service = record.refreshServices.find(isOurs);
  if (typeof service?.id !== 'string') {
    const type = record.refreshServices.map((each) => String(each.type)).join(', ');
    return original(inconclusive(problem('refresh-unsupported', { params: { type } })));
  }
  const copy = await fetchCopy(service.id, ports.net);
  if (!copy.ok) return original(inconclusive(problem('refresh-failed', { cause: copy.problem })));
  const rejected = problem('refreshed-copy-rejected', { params: { host: new URL(service.id).hostname } });
  const { issuer, id } = copy.value;
  if (issuer.id === null || issuer.id !== record.issuer.id || id === null || id !== record.id) {
    return original(warned(rejected));
  }
  const establishment = await establish(copy.value, ports);
  const authentic = holds(establishment.proof) && holds(establishment.keyBinding);
  if (!authentic)
    return original(warned({ ...rejected, cause: causeOf(establishment) ?? problem('no-proof') }));
  return { outcome: passed({ from: service.id }), establishment };
}

const original = (outcome: Outcome): Refreshed => ({ outcome, establishment: null });

const holds = ({ state }: Outcome): boolean => state === 'passed' || state === 'warned';

const causeOf = ({ proof, keyBinding }: Establishment) => proof.problem ?? keyBinding.problem;

const isOurs = ({ type, id }: JsonObject): boolean =>
  (Array.isArray(type) ? type : [type]).includes('1EdTechCredentialRefresh') &&
  typeof id === 'string' &&
  URL.canParse(id);

/** A credential from an address, JSON or compact JWS. */
async function fetchCopy(url: string, net: Net): Promise<Result<Credential>> {
  const answer = await net.get({ url, accept: 'application/vc+jwt, application/ld+json, application/json' });
  if (!answer.ok) return answer;
  const text = readTextAnswer(answer.value);
  return text.ok ? readCredentialText(text.value, answer.value.finalUrl) : text;
}
