import { isEmailType } from '../../credential/email.ts';
import type { Identifier, Recipient } from '../../credential/model.ts';
import { percentDecoded } from '../../encoding/percent.ts';
import { problem } from '../../problem.ts';
import { type Check, unlessDisproved } from '../check.ts';
import type { CheckContext, CheckResult } from '../check-context.ts';
import { CAUTION_AT_MOST } from '../policy.ts';
import { failed, inconclusive, notApplicable, passed, warned } from '../report.ts';
import { comparableIssuerId } from '../trust/issuer-id.ts';
import { isIdentityOf } from './identity-hash.ts';
import { matchNames, type NameMatch } from './name-match.ts';

interface ToCompare {
  readonly record: { readonly recipient: Recipient };
  readonly ports: Pick<CheckContext['ports'], 'holder'>;
}

/**
 * Is it this person's? It is compared on this machine with what the reader entered (OB 3.0 §Verify Recipient). An
 * identifier of the same identityType decides. A name is only a hint. One of several subjects is no holder of what the
 * others earned. A badge in a record is about the subject of the record (CLR 2.0 §B.1), unless the reader's own entry
 * decides.
 * Codes: `holder-mismatch` (failed), `holder-name-similar`, `holder-name-differs`, `recipient-not-of-record` (warned),
 * `holder-not-checkable` (inconclusive).
 */
async function checkWhose(context: CheckContext): Promise<CheckResult> {
  const compared = await checkHolder(context);
  const isDecided = compared.holder === 'matched' || compared.holder === 'mismatch';
  if (isDecided || !isAnother(context.record.recipient.id, context.carriedFor)) return compared;
  const { problem: first, others = [] } = compared.outcome;
  const outcome = warned(problem('recipient-not-of-record', { at: '/credentialSubject/id' }));
  return { ...compared, outcome: { ...outcome, ...(first && { others: [first, ...others] }) } };
}

/**
 * Whether two ids of one kind differ. Ids of different kinds may belong to one person. A `urn:` id is made for one
 * record.
 */
function isAnother(one: string | null, other: string | null): boolean {
  if (one === null || other === null || comparable(one) === comparable(other)) return false;
  const kind = kindOf(one);
  return kind !== null && kind === kindOf(other);
}

/** An id in the one spelling of its address. In mail addresses, case means nothing. */
const comparable = (id: string): string => (/^mailto:/i.test(id) ? id.toLowerCase() : comparableIssuerId(id));

const kindOf = (id: string): string | null =>
  /^(?:did:[^:]+|mailto|https?):/i.exec(id)?.[0].toLowerCase() ?? null;

/** The same, from the reader's own entry alone. */
export async function checkHolder({ record, ports }: ToCompare): Promise<CheckResult> {
  const { email, name } = ports.holder;
  if (!email?.trim() && !name?.trim()) return { outcome: notApplicable(), holder: 'not-checkable' };
  const { recipient } = record;
  const byEmail = email?.trim() ? await compareEmail(recipient, email.trim()) : null;
  if (byEmail === true) return { outcome: passed({ by: 'email' }), holder: 'matched' };
  if (byEmail === false) return { outcome: failed(problem('holder-mismatch')), holder: 'mismatch' };
  const byName = name?.trim() && !recipient.several ? await compareName(recipient, name.trim()) : null;
  if (byName === null) {
    return { outcome: inconclusive(problem('holder-not-checkable')), holder: 'not-checkable' };
  }
  return NAME_ANSWERS[byName](recipient.name ?? '');
}

export const holder = {
  id: 'holder',
  blockedBy: unlessDisproved,
  run: checkWhose,
  policy: {
    ...CAUTION_AT_MOST,
    failed: { byCode: { 'holder-mismatch': 'holder-mismatch' } },
    inconclusive: 'fine',
  },
  rank: 7,
} as const satisfies Check;

const NAME_ANSWERS = {
  matches: () => ({ outcome: passed({ by: 'name' }), holder: 'name-matches' }),
  similar: (name) => ({
    outcome: warned(problem('holder-name-similar', { params: { name } })),
    holder: 'name-similar',
  }),
  differs: (name) => ({
    outcome: warned(problem('holder-name-differs', { params: { name } })),
    holder: 'name-differs',
  }),
} as const satisfies Record<NameMatch, (name: string) => CheckResult>;

/**
 * True where any address is the known one. False where all comparable addresses are others. Otherwise null. Of several
 * subjects, each has to give an address for that, and none is the holder.
 */
async function compareEmail({ id, identifiers, several }: Recipient, email: string): Promise<boolean | null> {
  if (several) {
    const each = await Promise.all(several.map((one) => compareEmail(one, email)));
    return each.every((same) => same === false) ? false : null;
  }
  const addresses = identifiers.filter(({ identityType }) => isEmailType(identityType));
  const plain = id?.toLowerCase().startsWith('mailto:') ? [plainEmail(addressIn(id))] : [];
  const answers = await Promise.all([...plain, ...addresses].map((identifier) => isEmail(identifier, email)));
  if (answers.includes(true)) return true;
  return answers.includes(null) || answers.length === 0 ? null : false;
}

/**
 * Compares plain addresses without regard to case, because no mail system in use tells `Ann@` from `ann@`. For hashes,
 * the address as typed, its lower-case form, and that with its host in ASCII are tried, because issuers hash any.
 */
async function isEmail(identifier: Identifier, email: string): Promise<boolean | null> {
  const spellings = [...new Set([email, email.toLowerCase(), inAscii(email.toLowerCase())])];
  if (identifier.hashed) return isIdentityOf(identifier, spellings);
  const identity = inAscii(lowered(identifier.identity));
  // Neither an address nor a digest under its own name: of a digest or an account that is not marked nobody knows whose
  // it is.
  if (!/[@$]/.test(identity)) return null;
  return isIdentityOf({ ...identifier, identity }, spellings);
}

/** A hash that is not marked as one is compared as it is. Case means nothing in it either. */
const lowered = (identity: string): string =>
  identity
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase();

/** An address with its host in ASCII (RFC 5891 §4.4), and whatever stands before it in one form of Unicode (RFC 6532 §3.1). */
function inAscii(address: string): string {
  const [, local = '', host = ''] = /^(.*@)([\p{L}\p{M}\p{N}.-]+)$/u.exec(address) ?? [];
  const url = `https://${host}/`;
  return local !== '' && URL.canParse(url) ? local.normalize('NFC') + new URL(url).hostname : address;
}

/** RFC 6068 §2: an address in a URI may be percent-encoded, and may have header fields behind it. */
function addressIn(uri: string): string {
  const [address = ''] = uri.slice('mailto:'.length).split('?', 1);
  return percentDecoded(address);
}

const plainEmail = (identity: string): Identifier => ({
  identityType: 'email',
  identity,
  hashed: false,
  salt: null,
});

const RANK = ['matches', 'similar', 'differs'] as const;

/** The best match of any stated name. Null where the record states none. */
async function compareName({ name, identifiers }: Recipient, known: string): Promise<NameMatch | null> {
  const named = identifiers.filter(({ identityType }) => identityType.toLowerCase() === 'name');
  const hashes = await Promise.all(
    named.map((identifier) => (identifier.hashed ? isIdentityOf(identifier, [known]) : null)),
  );
  if (hashes.includes(true)) return 'matches';
  const plain = named.filter(({ hashed }) => !hashed).map(({ identity }) => identity);
  const matches = [...(name === null ? [] : [name]), ...plain].map((each) => matchNames(each, known));
  return RANK.find((match) => matches.includes(match)) ?? null;
}
