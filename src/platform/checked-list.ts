/**
 * The list of what was checked, in `storage.local`, one key for each row. It is off until the reader switches it on,
 * or where the organisation's policy switches it off, and bounded in days and bytes. Callers that write must know that
 * the window is not private.
 */
import * as v from 'valibot';
import { digestsOfTexts } from '../encoding/digest.ts';
import { type Item, SETTLED } from '../item.ts';
import type { Instant } from '../ports.ts';
import type { Voice } from '../present/sentence.ts';
import { withoutJump } from '../protocol.ts';
import { type CheckedEntry, type CheckedPage, entryAfter, isListed } from '../report/checked.ts';
import { STANDINGS, STATUSES } from '../verify/report.ts';
import { browser } from './browser.ts';
import { onPolicyChanged, prescribedAs } from './policy.ts';
import { forgetAll, localStore, onStoredChanged } from './store.ts';

const SETTINGS = 'checked-settings';
const PREFIX = 'checked:';
const DAY_MS = 86_400_000;
export const MIN_DAYS = 1;
export const MAX_DAYS = 3650;
/** Some four thousand rows: a fifth of what Chrome lets an extension keep in total. */
const MAX_BYTES = 2_000_000;

const settings = v.object({
  on: v.boolean(),
  days: v.pipe(v.number(), v.integer(), v.minValue(MIN_DAYS), v.maxValue(MAX_DAYS)),
});
export type CheckedSettings = v.InferOutput<typeof settings>;
const OFF: CheckedSettings = { on: false, days: 90 };

const earlier = v.nullable(v.object({ outcome: v.picklist(SETTLED), at: v.number() }));
const entry = v.object({
  title: v.string(),
  issuer: v.string(),
  page: v.string(),
  address: v.string(),
  status: v.picklist(STATUSES),
  standing: v.nullish(v.picklist(STANDINGS), null),
  at: v.number(),
  settled: earlier,
  before: earlier,
});

/** What the reader has chosen. It stays as it is where the policy says otherwise. */
export async function readCheckedSettings(): Promise<CheckedSettings> {
  const read = v.safeParse(settings, await localStore.get(SETTINGS));
  return read.success ? read.output : OFF;
}

/** Whether the organisation's policy switches the list off. Nothing switches it on but the reader. */
export const isCheckedForbidden = async (): Promise<boolean> => (await prescribedAs('checkedList')) === false;

/** Whether the list is kept: the reader has switched it on, and the policy does not switch it off. */
export const isCheckedKept = async (): Promise<boolean> =>
  (await readCheckedSettings()).on && !(await isCheckedForbidden());

/** Calls back whenever that may have changed, whichever surface or policy changed it. */
export function onCheckedKeptChanged(listener: () => void): void {
  onStoredChanged([SETTINGS], listener);
  onPolicyChanged(listener);
}

/** Stores the settings. Entries older than they allow go at once. */
export async function writeCheckedSettings(chosen: CheckedSettings, now: Instant): Promise<void> {
  await localStore.set(SETTINGS, v.parse(settings, chosen));
  await forgetOld(now);
}

/** The list, most recently seen first. */
export const readChecked = async (): Promise<readonly CheckedEntry[]> =>
  (await stored()).map(([, each]) => each);

/**
 * Calls the listener with the list now and after every change; never twice at the same time. A list that is switched
 * off is empty here. Its entries are kept until they are deleted or too old.
 */
export function watchChecked(
  listener: (entries: readonly CheckedEntry[]) => void,
  signal: AbortSignal,
): void {
  let reading: Promise<void> | null = null;
  let isStale = false;
  const tellNow = async (): Promise<void> => {
    do {
      isStale = false;
      const entries = (await isCheckedKept()) ? await readChecked() : [];
      if (!signal.aborted) listener(entries);
    } while (isStale && !signal.aborted);
    reading = null;
  };
  const tell = (): void => {
    isStale = reading !== null;
    reading ??= tellNow();
  };
  const onChanged = (changes: Readonly<Record<string, unknown>>): void => {
    if (Object.keys(changes).some((key) => key.startsWith(PREFIX) || key === SETTINGS)) tell();
  };
  browser.storage.local.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(onChanged));
  onPolicyChanged(tell, signal);
  tell();
}

/** Deletes the whole list. */
export const forgetChecked = (): Promise<void> => forgetAll(PREFIX);

/** Drops entries older than the reader wants to keep, and the oldest where there are too many bytes. */
export async function forgetOld(now: Instant): Promise<void> {
  const { days } = await readCheckedSettings();
  let bytes = 0;
  const gone = (await stored()).flatMap(([key, each]) => {
    bytes += bytesOf(key, each);
    return each.at < now - days * DAY_MS || bytes > MAX_BYTES ? [key] : [];
  });
  if (gone.length > 0) await browser.storage.local.remove(gone);
}

/**
 * Notes rows of a page and returns them, each with its earlier result where that was different. The caller knows that
 * the list is on. Where the list cannot be written, nothing else is affected.
 */
export async function noteChecked(
  items: readonly Item[],
  at: { readonly page: CheckedPage; readonly voice: Voice; readonly now: Instant },
): Promise<readonly Item[]> {
  const listed = items.filter(isListed);
  if (listed.length === 0) return items;
  const names = await digestsOfTexts(
    'sha256',
    listed.map((item) => placeOf(item, at.page)),
  );
  const keys = new Map(listed.map((item, index) => [item, `${PREFIX}${names[index]}`]));
  const known = await browser.storage.local.get([...keys.values()]);
  const entries = new Map(
    [...keys].map(([item, key]) => {
      const old = v.safeParse(entry, known[key]);
      return [item, entryAfter(old.success ? old.output : null, item, at)];
    }),
  );
  await write(Object.fromEntries([...entries].map(([item, each]) => [keys.get(item) ?? '', each])), at.now);
  return items.map((item) => {
    const before = entries.get(item)?.before ?? null;
    return before === null ? item : { ...item, earlier: before };
  });
}

/** Bytes written since the bounds were last applied. They are applied again after `MEASURE_EVERY`. */
let unmeasured = Number.POSITIVE_INFINITY;
const MEASURE_EVERY = MAX_BYTES / 20;

async function write(entries: Readonly<Record<string, CheckedEntry>>, now: Instant): Promise<void> {
  unmeasured += Object.entries(entries).reduce((sum, [key, each]) => sum + bytesOf(key, each), 0);
  const written = await browser.storage.local.set(entries).then(
    () => true,
    () => false,
  );
  if (written && unmeasured < MEASURE_EVERY) return;
  unmeasured = 0;
  await forgetOld(now);
}

/**
 * One row of one page. The same row on another page is another entry. The entry's key is a digest of it, so it reveals
 * neither, and no page can take the place of another's entry.
 */
const placeOf = ({ key }: Item, { url }: CheckedPage): string => `${withoutJump(url)}\n${key}`;

async function stored(): Promise<readonly (readonly [string, CheckedEntry])[]> {
  const all = await browser.storage.local.get(null);
  return Object.entries(all)
    .flatMap(([key, value]): readonly (readonly [string, CheckedEntry])[] => {
      const read = key.startsWith(PREFIX) ? v.safeParse(entry, value) : null;
      return read?.success ? [[key, read.output]] : [];
    })
    .toSorted(([, one], [, other]) => other.at - one.at);
}

const bytesOf = (key: string, each: CheckedEntry): number =>
  new TextEncoder().encode(key + JSON.stringify(each)).length;
