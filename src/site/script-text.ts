/** Which scripts of a page may describe credentials. The worker looks again, and parses. */

const MAX_TEXT_CHARACTERS = 2 * 1024 * 1024;

/** The terms that a credential's JSON must use, and how a token begins. */
const CREDENTIAL =
  /^\s*eyJ|(?:Verifiable(?:Credential|Presentation)|(?:OpenBadge|Achievement|Clr|Endorsement)Credential|Assertion|credentialSubject)"/;

export const holdsCredential = (text: string): boolean =>
  text.length <= MAX_TEXT_CHARACTERS && CREDENTIAL.test(text);

/** Whether schema.org markup may assert a credential (json-ld.ts). */
export const claimsCredential = (text: string): boolean =>
  text.length <= MAX_TEXT_CHARACTERS && text.includes('EducationalOccupationalCredential');
