/** Whether a hosted record lies where its issuer allows (OB 2.0 §HostedBadge). */
import { readId } from '../../credential/text.ts';
import type { JsonObject } from '../../json.ts';
import type { Hosting, NetAnswer } from '../../ports.ts';
import { problem } from '../../problem.ts';
import { failed, inconclusive, type Outcome, passed } from '../report.ts';
import { comparable, inScope, originInScope, scopeOf } from './hosted-scope.ts';
import { hostOf, type Part } from './ob2-parts.ts';

export interface HostedBinding {
  readonly address: string;
  readonly answer: NetAnswer;
  readonly badge: Part;
  readonly issuer: Part;
  readonly hosting: Hosting;
}

/** Whether assertion and BadgeClass lie within the issuer's scope, and nothing was redirected out of it. */
export function bindingOf({ address, answer, badge, issuer, hosting }: HostedBinding): Outcome {
  const issuerAddress = issuer.address ?? originClaim(issuer.document);
  const issuerUrl = issuerAddress === null ? null : comparable(issuerAddress);
  if (issuerUrl === null) return inconclusive(problem('no-hosted-id', { at: '/badge/issuer' }));
  const profile = issuer.address === null ? {} : issuer.document;
  if (issuer.finalUrl !== null && comparable(issuer.finalUrl)?.origin !== issuerUrl.origin) {
    // An open redirect on the issuer's host would otherwise let anybody write its profile.
    const params = { host: hostOf(issuer.finalUrl) };
    return inconclusive(problem('issuer-unreachable', { at: '/badge/issuer', params }));
  }
  const scope = scopeOf(profile, issuerUrl);
  const lands = (final: string, asked: string) =>
    originInScope(scope, final) || hosting.sameRecord(final, asked);
  const params = { host: hostOf(answer.finalUrl), issuerHost: issuerUrl.hostname };
  if (!inScope(scope, address) || !lands(answer.finalUrl, address)) {
    return failed(problem('hosting-out-of-scope', { at: '/id', params }));
  }
  const strayed =
    badge.address !== null &&
    (!inScope(scope, badge.address) || !lands(badge.finalUrl ?? badge.address, badge.address));
  if (strayed) {
    const host = hostOf(badge.finalUrl ?? badge.address ?? '');
    return failed(problem('badge-class-out-of-scope', { at: '/badge', params: { ...params, host } }));
  }
  return passed({ issuer: issuerUrl.href, host: issuerUrl.hostname });
}

/**
 * OB 0.5 §Badge issuer: `origin` is all that identifies the issuer; it has no profile to fetch. One that has an id, if
 * only a DID, is known by it, and an origin that stands beside it binds that id to nobody.
 */
const originClaim = (issuer: JsonObject): string | null =>
  readId(issuer) === null && typeof issuer.origin === 'string' ? issuer.origin : null;
