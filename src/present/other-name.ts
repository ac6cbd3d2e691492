import type { CredentialContent } from '../credential/model.ts';
import { matchNames } from '../verify/check/name-match.ts';
import { isEndorsement } from './endorsement.ts';

/**
 * The name that the record is made out to, where the page is about somebody of another name. Null where they agree, and
 * where one of them names nobody.
 */
export function otherName(record: CredentialContent | null, person: string | null): string | null {
  if (record === null || person === null || isEndorsement(record)) return null;
  const { name } = record.recipient;
  return name !== null && matchNames(name, person) === 'differs' ? name : null;
}
