import { isEmailAddress } from '../credential/email.ts';
import { NET_LIMITS, type NetLimits } from '../net/guard.ts';
import type { Transport } from '../net/transport.ts';
import type { Clock, Heavy, KnownHolder, Net, Store } from '../ports.ts';
import type { Result } from '../result.ts';
import type { PageScan } from '../site/sighting.ts';
import type { VerifyTasks } from '../verify/tasks.ts';
import { isIssuerId } from '../verify/trust/issuer-id.ts';
import type { ListedIssuer } from '../verify/trust/listed-issuers.ts';
import { isBuiltIn } from './is-built-in.ts';

/** The tasks that may run away on a page or in a credential. */
export type LibraryTasks = VerifyTasks & {
  readonly readPage: (page: { readonly html: string; readonly url: string }) => Result<PageScan>;
};

export interface VerifierOptions {
  /** Judge as of this moment; absent: as of each call. */
  readonly at?: Date;
  /** Issuers to recognise, by id: a DID, or the https address that their credentials name. */
  readonly trust?: readonly ListedIssuer[];
  /** Known values for the holder check. They stay in memory. */
  readonly holder?: KnownHolder;
  /** JSON-LD contexts that the caller vouches for, beside the bundled ones: the bytes as they were published. */
  readonly contexts?: Readonly<Record<string, Uint8Array>>;
  /** How requests are made. They stay guarded: https only, no private hosts, caps, each document once. */
  readonly transport?: Transport;
  /** Caps, time limits and memory of the guarded way out. */
  readonly limits?: Partial<NetLimits>;
  /** A whole way out, in place of the guarded one. */
  readonly net?: Net;
  /** Where status lists are kept. */
  readonly store?: Store;
  /** Where work without a foreseeable end is done. */
  readonly heavy?: Heavy<LibraryTasks>;
  readonly clock?: Clock;
}

const OPTIONS = {
  at: true,
  trust: true,
  holder: true,
  contexts: true,
  transport: true,
  limits: true,
  net: true,
  store: true,
  heavy: true,
  clock: true,
} as const satisfies Record<keyof VerifierOptions, true>;
const HOLDER = { email: true, name: true } as const satisfies Record<keyof KnownHolder, true>;

/**
 * What can be seen to be wrong before anything is verified. Such an entry would match nobody, or leave something open,
 * and nobody would hear of it. An address that is none would make each record another person's.
 */
export function checkOptions(options: VerifierOptions): void {
  const { at, trust = [], contexts = {}, holder = {}, limits = {} } = options;
  const unknown =
    strangeIn(options, OPTIONS) ??
    strangeIn(holder, HOLDER, 'holder.') ??
    strangeIn(limits, NET_LIMITS, 'limits.');
  if (unknown !== undefined) throw new TypeError(`There is no option "${unknown}".`);
  if (!Array.isArray(trust)) throw new TypeError('The option "trust" is no list of issuers.');
  if (at && !(isBuiltIn<Date>(at, 'Date') && !Number.isNaN(at.getTime())))
    throw new RangeError('The option "at" is no valid date.');
  const ids = trust.map((each) => each?.id);
  if (!ids.every(isIssuerId))
    throw new RangeError(
      `The option "trust" has an id that no issuer can have: ${ids.find((id) => !isIssuerId(id))}`,
    );
  const nameless = trust.find(({ name }) => typeof name !== 'string');
  if (nameless) throw new RangeError(`The option "trust" has an issuer without a name: ${nameless.id}`);
  const unread = Object.keys(contexts).find((url) => !isBuiltIn(contexts[url], 'Uint8Array'));
  if (unread !== undefined) throw new RangeError(`The option "contexts" has no bytes for ${unread}`);
  const email = holder.email ?? '';
  if (typeof email !== 'string' || (email.trim() !== '' && !isEmailAddress(email)))
    throw new RangeError('The option "holder" has an email that is no e-mail address.');
}

/** The first member that nobody would read. In JavaScript, no compiler tells of it. */
const strangeIn = (members: object, known: object, path = ''): string | undefined =>
  Object.keys(members)
    .filter((name) => !Object.hasOwn(known, name))
    .map((name) => path + name)[0];
