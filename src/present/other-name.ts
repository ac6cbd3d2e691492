import type { CredentialContent } from '../credential/model.ts';
import { isPartOfName, matchNames, type NameMatch } from '../verify/check/name-match.ts';
import { isEndorsement } from './endorsement.ts';

/**
 * The name that the record is made out to, where the page is about somebody of another name. Null where they agree, and
 * where one of them names nobody.
 */
export function otherName(record: CredentialContent | null, person: string | null): string | null {
  if (record === null || person === null || isEndorsement(record)) return null;
  const { name } = record.recipient;
  const isNamed = name !== null && /\p{L}/u.test(name);
  return isNamed && besidePerson(name, person) === 'differs' ? name : null;
}

/** A record's name beside the page's. Many people write half of theirs on a page, and half a name is not another one. */
export const besidePerson = (name: string, person: string): NameMatch => {
  const match = matchNames(name, person);
  const isHalf = isPartOfName(name, person) || isPartOfName(person, name);
  return match === 'differs' && isHalf ? 'similar' : match;
};
