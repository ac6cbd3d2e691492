/** The form of an issuer's id: what the reader's list, the policy and a `--trust` file may contain. */

/** DID Core §3.1: a DID alone. With a path, a query or a fragment it names a part of something, and no issuer. */
const DID = /^did:[a-z0-9]+:(?:[A-Za-z0-9._:-]|%[0-9A-Fa-f]{2})*(?:[A-Za-z0-9._-]|%[0-9A-Fa-f]{2})$/;

/** Whether a text is an id that a credential can name as its issuer: a DID, or an https address without user or fragment. */
export function isIssuerId(text: string): boolean {
  if (DID.test(text)) return true;
  if (!/^https:\/\/[^\s\\]+$/i.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '' && !text.includes('#');
}

/** Whether two ids name one issuer of one platform (`Hosting.sameRecord`). */
export type SameId = (one: string, other: string) => boolean;

/**
 * An issuer id as it is compared. Two spellings of one web address (case of the host, default port) are one id. All other
 * ids are compared to the letter.
 */
export const comparableIssuerId = (id: string): string =>
  /^https:/i.test(id) && URL.canParse(id) ? new URL(id).href : id;

/**
 * Whether an id of a list is an issuer's: in another spelling, or in another form that its platform uses
 * (docs/decisions.md#who-may-vouch).
 */
export const isListedAs = (listed: string, issuerId: string, same: SameId): boolean =>
  comparableIssuerId(listed) === comparableIssuerId(issuerId) || same(issuerId, listed);
