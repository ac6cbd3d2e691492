/** The published contexts. The common ones are always loaded, the others at the first use of any of them. */
import { part } from '../../../part.ts';
import { type Result, succeed } from '../../../result.ts';
import { USUAL } from './usual.ts';
import { PUBLISHED, type SnapshotName } from './published.ts';
import type { Snapshot } from './snapshot.ts';

const allContexts = part(() => import('./all.ts'));

/** Whether an address is served from the bundle, and only from there. */
export const isBundled = (url: string): boolean => PUBLISHED.has(url);

/**
 * The published contents of an address, likeliest first. Empty where the address is not bundled. Problem:
 * `part-missing`.
 */
export async function snapshotsAt(url: string): Promise<Result<readonly Snapshot[]>> {
  const names = PUBLISHED.get(url) ?? [];
  const common = names.flatMap(commonOf);
  if (common.length === names.length) return succeed(common);
  const all = await allSnapshots();
  return all.ok ? succeed(all.value.get(url) ?? []) : all;
}

const USUAL_ONES: ReadonlyMap<string, Snapshot> = new Map(Object.entries(USUAL));

const commonOf = (name: SnapshotName): readonly Snapshot[] => {
  const snapshot = USUAL_ONES.get(name);
  return snapshot === undefined ? [] : [snapshot];
};

/** Every address with its contents. Problem: `part-missing`. */
export async function allSnapshots(): Promise<Result<ReadonlyMap<string, readonly Snapshot[]>>> {
  const all = await allContexts();
  return all.ok ? succeed(all.value.BUNDLED) : all;
}
