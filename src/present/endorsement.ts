/** A credential that only speaks for somebody or something. */
import type { CredentialContent } from '../credential/model.ts';
import type { Say } from './say.ts';

/** Whether it is one. It would otherwise stand among a person's awards as one of them. */
export const isEndorsement = ({ types, achievements }: CredentialContent): boolean =>
  types.includes('EndorsementCredential') && achievements.length === 0;

/**
 * Whom or what it speaks for. It says so by an id alone, and anybody can give that to something of their own. The id has
 * a line to itself, so it is written as an address: as words it could be read as an answer of ours.
 */
export const endorsedWords = ({ recipient: { id } }: CredentialContent, say: Say): readonly string[] =>
  id === null ? [say('whose_endorsement_open')] : [say('whose_endorsement'), asAddress(id)];

/** RFC 3987 §3.1: what no address has, percent-encoded. */
const asAddress = (id: string): string =>
  id.replace(/[^!-~]/gu, (each) => encodeURIComponent(each.toWellFormed()));
