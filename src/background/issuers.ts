import { part } from '../part.ts';
import type { TrustedFederation, TrustedIssuer } from '../platform/trusted.ts';
import type { Clock, IssuerRegistry, Net, Recognition } from '../ports.ts';
import { type Result, succeed } from '../result.ts';
import { isListedAs, type SameId } from '../verify/trust/issuer-id.ts';

const federationPart = part(() => import('../verify/trust/federation.ts'));

/** What the reader says, and what the policy says. */
type Both<Answer> = Readonly<Record<'reader' | 'policy', () => Promise<Answer>>>;
type Lists = Both<readonly TrustedIssuer[]>;
/** Whether each of them recognises every university that a directory knows. */
type Universities = Both<boolean>;

interface Federations extends Both<readonly TrustedFederation[]> {
  readonly clock: Clock;
}

/**
 * Recognises issuers by the reader's own list and by the organisation's policy: by id, never by name. The federations
 * that they pin are asked only about an id that neither list names.
 */
export function createIssuers(
  lists: Lists,
  universities: Universities,
  federations: Federations,
  same: SameId,
): IssuerRegistry {
  return {
    async universities(): Promise<'reader' | 'policy' | null> {
      if (await universities.policy()) return 'policy';
      return (await universities.reader()) ? 'reader' : null;
    },

    async lookUp(issuerId, net) {
      const found = await Promise.all(
        Object.entries(lists).map(
          async ([source, read]): Promise<readonly Recognition[]> =>
            (await read()).flatMap(({ id, name }) =>
              isListedAs(id, issuerId, same)
                ? [{ source, name, ...(id !== issuerId && { listedAs: id }) }]
                : [],
            ),
        ),
      );
      const listed = found.flat();
      return listed.length > 0 ? succeed(listed) : federated(issuerId, federations, net);
    },
  };
}

async function federated(
  issuerId: string,
  { reader, policy, clock }: Federations,
  net: Net,
): Promise<Result<readonly Recognition[]>> {
  const pinned = (await Promise.all([reader(), policy()])).flat();
  if (pinned.length === 0) return succeed([]);
  const federation = await federationPart();
  if (!federation.ok) return federation;
  const { anchorIn, inFederations } = federation.value;
  const anchors = pinned.flatMap((entry) => anchorIn(entry, clock.now()) ?? []);
  return inFederations(issuerId, anchors, { net, clock });
}
