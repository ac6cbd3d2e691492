import * as v from 'valibot';
import type { JsonObject } from '../json.ts';
import { isIssuerId } from '../verify/trust/issuer-id.ts';
import { type Entries, readEntries } from './entries.ts';
import { oneByOne } from './one-by-one.ts';
import { originPattern } from './origin-pattern.ts';
import { requestOrigins } from './permissions.ts';
import { prescribedAs } from './policy.ts';
import { localStore, onStoredChanged } from './store.ts';

const KEY = 'trusted';
const UNIVERSITIES = 'trusted-universities';
const FEDERATIONS = 'trusted-federations';
const listed = v.object({ id: v.pipe(v.string(), v.minLength(1)), name: v.string() });
const list = v.array(listed);
/** A JWK without its secret. What it says of its end and its uses counts. */
const publicKey = v.pipe(
  v.record(v.string(), v.unknown()),
  // What is stored or read from a text is JSON.
  v.transform(({ d: _secret, ...jwk }) => jwk as JsonObject),
);
const federation = v.object({
  federation: v.string(),
  name: v.string(),
  jwks: v.object({ keys: v.array(publicKey) }),
});
const prescribed = v.object({ id: v.pipe(v.string(), v.check(isIssuerId)), name: v.string() });

/** An issuer that somebody vouches for: by its exact id (`did:…` or `https://…`), never by name. */
export type TrustedIssuer = v.InferOutput<typeof listed>;

/** A federation whose anchor somebody pins by its keys, as `--trust` has it. Its keys were not looked at yet. */
export type TrustedFederation = v.InferOutput<typeof federation>;

/** Whether its keys can be used. The worker tells this later, when it asks the federation. */
type AnchorTest = (entry: TrustedFederation) => boolean;
const anchor = (isAnchor: AnchorTest) => v.pipe(federation, v.check(isAnchor));

/** The reader's own list. */
export async function readTrusted(): Promise<readonly TrustedIssuer[]> {
  return (await readTrustedEntries()).good;
}

/** The same, with the faults in it: a malformed entry does not affect the others. */
export const readTrustedEntries = async (): Promise<Entries<TrustedIssuer>> =>
  readEntries(listed, await localStore.get(KEY));

/** Puts this in place of the reader's own list. */
export const writeTrusted = (issuers: readonly TrustedIssuer[]): Promise<void> =>
  localStore.set(KEY, [...issuers]);

/** Two windows may ask at once, above all while they wake the background. */
const inTurn = oneByOne();

const changeTrusted = (to: (listed: readonly TrustedIssuer[]) => readonly TrustedIssuer[]): Promise<void> =>
  inTurn(async () => writeTrusted(to(await readTrusted())));

/** Adds an issuer to the reader's own list. An issuer that is there already gets the new name. */
export const recogniseIssuer = ({ id, name }: TrustedIssuer): Promise<void> =>
  changeTrusted((listed) => [...listed.filter((each) => each.id !== id), { id, name }]);

/** Takes an issuer off the reader's own list. */
export const forgetIssuer = (id: string): Promise<void> =>
  changeTrusted((listed) => listed.filter((each) => each.id !== id));

/** Calls back whenever the reader's list changes, whichever surface changed it. */
export const onTrustedChanged = (listener: () => void): void =>
  onStoredChanged([KEY, UNIVERSITIES, FEDERATIONS], listener);

/** Whether the reader recognises every university that a directory knows by its domain. Off until they say so. */
export const readUniversities = async (): Promise<boolean> => (await localStore.get(UNIVERSITIES)) === true;

export const writeUniversities = (recognised: boolean): Promise<void> =>
  localStore.set(UNIVERSITIES, recognised);

/** The same, by the organisation's policy. */
export const readPolicyUniversities = async (): Promise<boolean> =>
  (await prescribedAs('recogniseUniversities')) === true;

/** The federations that the reader has pinned. */
export const readFederations = async (): Promise<readonly TrustedFederation[]> =>
  (await readFederationEntries(() => true)).good;

/** The same, with the faults in it: entries of another form, and those that are no anchor. */
export const readFederationEntries = async (isAnchor: AnchorTest): Promise<Entries<TrustedFederation>> =>
  readEntries(anchor(isAnchor), await localStore.get(FEDERATIONS));

/**
 * Pins a federation, once the reader lets its server be asked. False where they do not. Call it in a click's handler,
 * before any `await`.
 */
export async function addFederation(added: TrustedFederation): Promise<boolean> {
  const origin = originPattern(added.federation);
  if (origin === null || !(await requestOrigins([origin]))) return false;
  const others = (await readFederations()).filter((each) => each.federation !== added.federation);
  await localStore.set(FEDERATIONS, [...others, added]);
  return true;
}

/** Pins a federation no longer. */
export const removeFederation = async (id: string): Promise<void> =>
  localStore.set(
    FEDERATIONS,
    (await readFederations()).filter((each) => each.federation !== id),
  );

/** Those that the organisation's policy pins. */
export const readPolicyFederations = async (): Promise<readonly TrustedFederation[]> =>
  (await readPolicyFederationEntries(() => true)).good;

/** The same, with the faults in it. */
export const readPolicyFederationEntries = async (
  isAnchor: AnchorTest,
): Promise<Entries<TrustedFederation>> => readEntries(anchor(isAnchor), await prescribedAs('federations'));

/** Reads one federation's anchor as text. Null for another form; whether its keys can be used is not looked at. */
export const parseFederation = (text: string): TrustedFederation | null => parseAs(federation, text);

/** The organisation's list from managed policy, with entries that have an issuer's id. Empty where there is no policy. */
export async function readPolicyTrusted(): Promise<readonly TrustedIssuer[]> {
  return (await readPolicyEntries()).good;
}

/** The same, with the faults in it. */
export const readPolicyEntries = async (): Promise<Entries<TrustedIssuer>> =>
  readEntries(prescribed, await prescribedAs('trustedIssuers'));

/**
 * Reads an exported list: `[{"id": "…", "name": "…"}]`, which `--trust` also accepts. null where it is no such list.
 */
export const parseTrusted = (text: string): readonly TrustedIssuer[] | null => parseAs(list, text);

function parseAs<const Form extends v.GenericSchema>(form: Form, text: string): v.InferOutput<Form> | null {
  try {
    const read = v.safeParse(form, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}
