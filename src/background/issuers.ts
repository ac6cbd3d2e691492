import type { TrustedIssuer } from '../platform/trusted.ts';
import type { IssuerRegistry, Recognition } from '../ports.ts';
import { succeed } from '../result.ts';
import { comparableIssuerId } from '../verify/trust/issuer-id.ts';

type List = () => Promise<readonly TrustedIssuer[]>;
type Lists = Readonly<Record<'reader' | 'policy', List>>;
/** Whether each of them recognises every university that a directory knows. */
type Universities = Readonly<Record<'reader' | 'policy', () => Promise<boolean>>>;

/** Recognises issuers by the reader's own list and by the organisation's policy: by id, never by name. */
export function createIssuers(lists: Lists, universities: Universities): IssuerRegistry {
  return {
    async universities(): Promise<'reader' | 'policy' | null> {
      if (await universities.policy()) return 'policy';
      return (await universities.reader()) ? 'reader' : null;
    },

    async lookUp(issuerId) {
      const wanted = comparableIssuerId(issuerId);
      const found = await Promise.all(
        Object.entries(lists).map(
          async ([source, read]): Promise<readonly Recognition[]> =>
            (await read()).flatMap(({ id, name }) =>
              comparableIssuerId(id) === wanted ? [{ source, name }] : [],
            ),
        ),
      );
      return succeed(found.flat());
    },
  };
}
