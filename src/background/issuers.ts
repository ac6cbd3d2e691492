import type { TrustedIssuer } from '../platform/trusted.ts';
import type { IssuerRegistry, Recognition } from '../ports.ts';
import { succeed } from '../result.ts';

type List = () => Promise<readonly TrustedIssuer[]>;
type Lists = Readonly<Record<'reader' | 'policy', List>>;
/** Whether each recognises every university that a directory knows. */
type Universities = Readonly<Record<'reader' | 'policy', () => Promise<boolean>>>;

/** Recognises issuers by the reader's own list and by the organisation's policy: by id, never by name. */
export function createIssuers(lists: Lists, universities: Universities): IssuerRegistry {
  return {
    async universities(): Promise<'reader' | 'policy' | null> {
      if (await universities.policy()) return 'policy';
      return (await universities.reader()) ? 'reader' : null;
    },

    async lookUp(issuerId) {
      const wanted = comparable(issuerId);
      const found = await Promise.all(
        Object.entries(lists).map(
          async ([source, read]): Promise<readonly Recognition[]> =>
            (await read()).flatMap(({ id, name }) => (comparable(id) === wanted ? [{ source, name }] : [])),
        ),
      );
      return succeed(found.flat());
    },
  };
}

/** Two spellings of one address (host case, default port) are one id; all else must be equal to the letter. */
const comparable = (id: string): string => (/^https:/i.test(id) && URL.canParse(id) ? new URL(id).href : id);
