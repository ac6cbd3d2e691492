/** Whose a credential is: what the reader's comparison shows, and the name in the record beside that of the page. */
import { isEmailType } from '../credential/email.ts';
import type { CredentialContent, Recipient } from '../credential/model.ts';
import type { HolderState } from '../verify/report.ts';
import { endorsedWords, isEndorsement } from './endorsement.ts';
import { besidePerson } from './other-name.ts';
import type { Say } from './say.ts';
import { keyOf } from './sentence.ts';

interface Holder {
  readonly state: HolderState;
  /** Whether the reader entered something to compare. */
  readonly isAsked: boolean;
  readonly person: string | null;
}

/** An address that was compared says more than a name, so it comes first. Null for the record: there is none. */
export function holderSentences(
  record: CredentialContent | null,
  { state, isAsked, person }: Holder,
  say: Say,
): readonly string[] {
  // Without a record, nothing says whether it names somebody.
  if (record === null) return [say(keyOf.holder('not-checkable'))];
  const compared = state === 'not-checkable' ? [] : [say(keyOf.holder(state))];
  // It may speak for whoever shows it, or for a course that they took.
  if (isEndorsement(record)) return [...endorsedWords(record, say), ...compared];
  const { name } = record.recipient;
  if (name === null) {
    if (compared.length > 0) return compared;
    return [say(!isAsked && hasAddress(record.recipient) ? 'whose_addressed' : 'whose_unnamed')];
  }
  const named = namedSentence(name, person, say);
  return state === 'matched' || state === 'mismatch' ? [...compared, named] : [named, ...compared];
}

/** Whether it is issued to an address that the holder check compares: a plain one, or a digest (OB 3.0 §IdentifierTypeEnum). */
const hasAddress = ({ id, identifiers }: Recipient): boolean =>
  /^mailto:/i.test(id ?? '') ||
  identifiers.some(
    ({ identityType, identity, hashed }) => isEmailType(identityType) && (hashed || /[@$]/.test(identity)),
  );

/** The name that it is made out to, beside the page's name. A name is no identity, so this is never a verdict. */
function namedSentence(name: string, person: string | null, say: Say): string {
  if (person === null) return say('whose_named', { name });
  return say(keyOf.whose(besidePerson(name, person)), { name, person });
}
