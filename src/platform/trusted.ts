import * as v from 'valibot';
import { isIssuerId } from '../verify/trust/issuer-id.ts';
import { browser } from './browser.ts';
import { type Entries, readEntries } from './entries.ts';
import { localStore } from './store.ts';

const KEY = 'trusted';
const UNIVERSITIES = 'trusted-universities';
const listed = v.object({ id: v.pipe(v.string(), v.minLength(1)), name: v.string() });
const list = v.array(listed);
const prescribed = v.object({ id: v.pipe(v.string(), v.check(isIssuerId)), name: v.string() });

/** An issuer that somebody vouches for: by its exact id (`did:…` or `https://…`), never by name. */
export type TrustedIssuer = v.InferOutput<typeof listed>;

/** The reader's own list. */
export async function readTrusted(): Promise<readonly TrustedIssuer[]> {
  return (await readTrustedEntries()).good;
}

/** The same, with the faults in it: a malformed entry does not affect the others. */
export const readTrustedEntries = async (): Promise<Entries<TrustedIssuer>> =>
  readEntries(listed, await localStore.get(KEY));

export const writeTrusted = (issuers: readonly TrustedIssuer[]): Promise<void> =>
  localStore.set(KEY, [...issuers]);

/** Adds an issuer to the reader's own list. An issuer that is there already gets the new name. */
export const recogniseIssuer = async ({ id, name }: TrustedIssuer): Promise<void> =>
  writeTrusted([...(await readTrusted()).filter((each) => each.id !== id), { id, name }]);

export const forgetIssuer = async (id: string): Promise<void> =>
  writeTrusted((await readTrusted()).filter((each) => each.id !== id));

/** Calls back whenever the reader's list changes, whichever surface changed it. */
export function onTrustedChanged(listener: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (Object.hasOwn(changes, KEY) || Object.hasOwn(changes, UNIVERSITIES)) listener();
  });
}

/** Whether the reader recognises every university that a directory knows by its domain. Off until they say so. */
export const readUniversities = async (): Promise<boolean> => (await localStore.get(UNIVERSITIES)) === true;

export const writeUniversities = (recognised: boolean): Promise<void> =>
  localStore.set(UNIVERSITIES, recognised);

/** The same, by the organisation's policy. */
export async function readPolicyUniversities(): Promise<boolean> {
  const policy = await browser.storage.managed.get('recogniseUniversities').catch(() => ({}));
  return v.safeParse(v.object({ recogniseUniversities: v.literal(true) }), policy).success;
}

/**
 * The organisation's list from managed policy, with entries that have an issuer's id. Empty where there is no policy
 * (Firefox then rejects the question).
 */
export async function readPolicyTrusted(): Promise<readonly TrustedIssuer[]> {
  return (await readPolicyEntries()).good;
}

/** The same, with the faults in it. */
export async function readPolicyEntries(): Promise<Entries<TrustedIssuer>> {
  const policy: Record<string, unknown> = await browser.storage.managed
    .get('trustedIssuers')
    .catch(() => ({}));
  return readEntries(prescribed, policy.trustedIssuers);
}

/**
 * Reads an exported list: `[{"id": "…", "name": "…"}]`, which `--trust` also accepts. null where it is no such list.
 */
export function parseTrusted(text: string): readonly TrustedIssuer[] | null {
  try {
    const read = v.safeParse(list, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}
