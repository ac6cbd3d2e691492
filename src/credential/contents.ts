import type { Problem, ProblemCode } from '../problem.ts';
import { fail, failWith, type Result, succeed } from '../result.ts';
import type { Credential } from './model.ts';

/** What a document holds. */
export interface Contents {
  readonly credentials: readonly Credential[];
  /** Why others, which are credentials too, could not be read. */
  readonly unread: readonly Problem[];
}

/** What may stand beside credentials without being one. */
export const NO_CREDENTIAL: ReadonlySet<ProblemCode> = new Set([
  'no-credential-found',
  'definition-not-award',
]);

/** A document that is one credential; the problem where that could not be read. */
export const only = (read: Result<Credential>): Result<Contents> =>
  read.ok ? succeed({ credentials: [read.value], unread: [] }) : read;

/** What several parts of a document hold together. Where none holds a credential: why the first could not be read. */
export function together(parts: readonly Result<Contents>[]): Result<Contents> {
  const read = parts.flatMap((part) => (part.ok ? [part.value] : []));
  const troubles = parts.flatMap((part) => (part.ok ? [] : [part.problem]));
  if (read.length > 0)
    return succeed({
      credentials: read.flatMap(({ credentials }) => credentials),
      unread: [
        ...read.flatMap(({ unread }) => unread),
        ...troubles.filter(({ code }) => !NO_CREDENTIAL.has(code)),
      ],
    });
  const trouble = troubles.find(({ code }) => code !== 'no-credential-found') ?? troubles[0];
  return trouble ? failWith(trouble) : fail('no-credential-found');
}
