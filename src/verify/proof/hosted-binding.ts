/** Whether a hosted record lies where its issuer allows (OB 2.0 §HostedBadge). */

import { readId } from '../../credential/text.ts';
import type { JsonObject } from '../../json.ts';
import { hostnameOf } from '../../net/address.ts';
import { answeredBySame, comparableAddress } from '../../net/tenant.ts';
import type { Hosting, NetAnswer } from '../../ports.ts';
import { problem } from '../../problem.ts';
import { failed, inconclusive, type Outcome, passed } from '../report.ts';
import { type HostingScope, type Place, placeIn, scopeOf } from './hosted-scope.ts';
import type { Part } from './ob2-parts.ts';

export interface HostedBinding {
  /** The addresses of the record: the one that was asked, and the record's own where a platform gives it both. */
  readonly addresses: readonly string[];
  readonly answer: NetAnswer;
  readonly badge: Part;
  readonly issuer: Part;
  readonly hosting: Hosting;
}

/**
 * Whether assertion and BadgeClass are within the issuer's scope, and no redirect left it.
 * Codes: `hosting-out-of-scope`, `badge-class-out-of-scope` (failed); `shared-host`, `no-hosted-id`,
 * `issuer-unreachable` (inconclusive).
 */
export function bindingOf({ addresses, answer, badge, issuer, hosting }: HostedBinding): Outcome {
  const issuerAddress = issuer.address ?? originClaim(issuer.document);
  const issuerUrl = issuerAddress === null ? null : comparableAddress(issuerAddress);
  if (issuerAddress === null || issuerUrl === null)
    return inconclusive(problem('no-hosted-id', { at: '/badge/issuer' }));
  const profile = issuer.address === null ? {} : issuer.document;
  if (issuer.finalUrl !== null && !answeredBySame(issuerAddress, issuer.finalUrl)) {
    // Otherwise anybody could use an open redirect on the issuer's host to write its profile.
    const params = { host: hostnameOf(issuer.finalUrl) };
    return inconclusive(problem('issuer-unreachable', { at: '/badge/issuer', params }));
  }
  const scope = scopeOf(profile, issuerUrl);
  const parts = [
    { at: '/id', code: 'hosting-out-of-scope', asked: addresses, final: answer.finalUrl },
    ...(badge.address === null
      ? []
      : [
          {
            at: '/badge',
            code: 'badge-class-out-of-scope',
            asked: [badge.address],
            final: badge.finalUrl ?? badge.address,
          } as const,
        ]),
  ] as const;
  const placed = parts.map((part) => ({ part, place: placeOfBoth(scope, part, hosting) }));
  const stray =
    placed.find(({ place }) => place === 'outside') ?? placed.find(({ place }) => place !== 'inside');
  if (!stray) return passed({ issuer: issuerUrl.href, host: issuerUrl.hostname });
  const { at, code, final } = stray.part;
  const params = { host: hostnameOf(final), issuerHost: issuerUrl.hostname };
  return stray.place === 'outside'
    ? failed(problem(code, { at, params }))
    : inconclusive(problem('shared-host', { at, params }));
}

/**
 * An open redirect within the scope may lead anywhere, so both the first and the last address must be inside. A host that
 * only adds or drops its `www.` is still the host that was asked.
 */
function placeOfBoth(
  scope: HostingScope,
  { asked, final }: { readonly asked: readonly string[]; readonly final: string },
  hosting: Hosting,
): Place {
  const places = asked.map((address) => {
    const start = placeIn(scope, address);
    return start !== 'inside' || hosting.sameRecord(final, address)
      ? start
      : placeIn(scope, onHostOf(address, final));
  });
  return places.includes('inside') ? 'inside' : (places[0] ?? 'outside');
}

function onHostOf(asked: string, final: string): string {
  if (!answeredBySame(asked, final)) return final;
  const address = new URL(final);
  address.host = new URL(asked).host;
  return address.href;
}

/**
 * OB 0.5 §Badge issuer: `origin` alone identifies the issuer, and there is no profile to fetch. An issuer with an id, even
 * a DID, is known by that id. An origin beside the id does not bind it.
 */
const originClaim = (issuer: JsonObject): string | null =>
  readId(issuer) === null && typeof issuer.origin === 'string' ? issuer.origin : null;
