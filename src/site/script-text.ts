/** Which scripts of a page may describe credentials. The worker looks again, and parses. */

const MAX_TEXT_CHARACTERS = 2 * 1024 * 1024;

/** The terms that a credential's JSON must use, and how a token begins. */
const CREDENTIAL =
  /^\s*eyJ|(?:Verifiable(?:Credential|Presentation)|(?:OpenBadge|Achievement|Clr|Endorsement)Credential|Assertion|credentialSubject)"/;

/** `json-ld`: it may hold a credential. `claim`: it is schema.org markup that may assert one (json-ld.ts). */
export function kindOfText(text: string): 'json-ld' | 'claim' | null {
  if (text.length > MAX_TEXT_CHARACTERS) return null;
  if (CREDENTIAL.test(text)) return 'json-ld';
  return text.includes('EducationalOccupationalCredential') ? 'claim' : null;
}
