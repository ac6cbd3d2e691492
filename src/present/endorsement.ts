/** A credential that only speaks for somebody or something. */
import type { CredentialContent } from '../credential/model.ts';
import type { IssuerFinding } from '../verify/report.ts';
import type { Say } from './say.ts';

/** Whether it is one. It would otherwise stand among a person's awards as one of them. */
export const isEndorsement = ({ types, achievements }: CredentialContent): boolean =>
  types.includes('EndorsementCredential') && achievements.length === 0;

/** Who endorses, in one line that claims no more than is established. `listed`: the name on a list, if it is on one. */
export function endorserLine({ name, domain, rung }: IssuerFinding, listed: string | null, say: Say): string {
  if (listed !== null) return say('endorsement_by', { name: listed });
  if (domain !== null && rung === 'domain')
    return name === null
      ? say('endorsement_by', { name: domain })
      : say('endorsement_by_domain', { host: domain, name });
  return name === null ? say('endorsement_unnamed') : say('endorsement_calls_itself', { name });
}

/**
 * Whom or what it speaks for. It says so by an id alone, and anybody can give that to something of their own. The id has
 * a line to itself, so it is written as an address: as words it could be read as an answer of ours.
 */
export const endorsedWords = ({ recipient: { id } }: CredentialContent, say: Say): readonly string[] =>
  id === null ? [say('whose_endorsement_open')] : [say('whose_endorsement'), asAddress(id)];

/** RFC 3987 §3.1: what no address has, percent-encoded. */
const asAddress = (id: string): string =>
  id.replace(/[^!-~]/gu, (each) => encodeURIComponent(each.toWellFormed()));
