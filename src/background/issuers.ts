import { part } from '../part.ts';
import type { TrustedFederation, TrustedIssuer } from '../platform/trusted.ts';
import type { Clock, IssuerRegistry, Net, Recognition } from '../ports.ts';
import { type Result, succeed } from '../result.ts';
import { comparableIssuerId } from '../verify/trust/issuer-id.ts';

const federationPart = part(() => import('../verify/trust/federation.ts'));

type List = () => Promise<readonly TrustedIssuer[]>;
type Lists = Readonly<Record<'reader' | 'policy', List>>;
/** Whether each of them recognises every university that a directory knows. */
type Universities = Readonly<Record<'reader' | 'policy', () => Promise<boolean>>>;

interface Federations {
  /** Those of the reader, and those of the policy. */
  readonly read: () => Promise<readonly TrustedFederation[]>;
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
): IssuerRegistry {
  return {
    async universities(): Promise<'reader' | 'policy' | null> {
      if (await universities.policy()) return 'policy';
      return (await universities.reader()) ? 'reader' : null;
    },

    async lookUp(issuerId, net) {
      const wanted = comparableIssuerId(issuerId);
      const found = await Promise.all(
        Object.entries(lists).map(
          async ([source, read]): Promise<readonly Recognition[]> =>
            (await read()).flatMap(({ id, name }) =>
              comparableIssuerId(id) === wanted ? [{ source, name }] : [],
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
  { read, clock }: Federations,
  net: Net,
): Promise<Result<readonly Recognition[]>> {
  const pinned = await read();
  if (pinned.length === 0) return succeed([]);
  const federation = await federationPart();
  if (!federation.ok) return federation;
  const { anchorIn, inFederations } = federation.value;
  const anchors = pinned.flatMap((entry) => anchorIn(entry, clock.now()) ?? []);
  return inFederations(issuerId, anchors, { net, clock });
}
