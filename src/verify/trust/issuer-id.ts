/** The form of an issuer's id: what the reader's list, the policy and a `--trust` file may contain. */

/** DID Core §3.1: a DID alone. With a path, a query or a fragment it names a part of something, and no issuer. */
const DID = /^did:[a-z0-9]+:(?:[A-Za-z0-9._:-]|%[0-9A-Fa-f]{2})*(?:[A-Za-z0-9._-]|%[0-9A-Fa-f]{2})$/;

/** Whether a text is an id that a credential can name as its issuer: a DID, or an https address without user or fragment. */
export function isIssuerId(text: string): boolean {
  if (DID.test(text)) return true;
  if (!/^https:\/\/[^\s\\]+$/i.test(text) || !URL.canParse(text)) return false;
  const { username, password, hash } = new URL(text);
  return username === '' && password === '' && hash === '' && !text.includes('#');
}

/**
 * An issuer id as it is compared. Two spellings of one web address (case of the host, default port) are one id. All other
 * ids are compared to the letter.
 */
export const comparableIssuerId = (id: string): string =>
  /^https:/i.test(id) && URL.canParse(id) ? new URL(id).href : id;
