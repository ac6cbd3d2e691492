/** The published contexts. The common ones are always loaded, the others at the first use of any of them. */
import { part } from '../../../part.ts';
import { type Result, succeed } from '../../../result.ts';
import { FORMER } from './former.ts';
import { PUBLISHED, type SnapshotName } from './published.ts';
import { schemaOrg } from './schema-org.ts';
import type { Snapshot } from './snapshot.ts';
import { USUAL } from './usual.ts';

const rarePart = part(() => import('./rare.ts'));

/** Whether an address is served from the bundle, and only from there. */
export const isBundled = (url: string): boolean => PUBLISHED.has(url);

/**
 * The published contents of an address, likeliest first. Empty where the address is not bundled. Problem:
 * `part-missing`.
 */
export const snapshotsAt = (url: string): Promise<Result<readonly Snapshot[]>> =>
  snapshotsOf(PUBLISHED.get(url) ?? []);

async function snapshotsOf(names: readonly SnapshotName[]): Promise<Result<readonly Snapshot[]>> {
  const found: Snapshot[] = [];
  for (const name of names) {
    const snapshot = await snapshotOf(name);
    if (!snapshot.ok) return snapshot;
    found.push(snapshot.value);
  }
  return succeed(found);
}

const USUAL_ONES: ReadonlyMap<string, Snapshot> = new Map(Object.entries(USUAL));

/** The names of former.ts. Chrome's worker does not run that file before one of its contexts is read (vite.worker.ts). */
export const FORMER_NAMES = [
  'jff-vc-edu-plugfest-1',
  'ob-v3p0-3.0.0',
  'ob-v3p0-3.0.1-2023-02-06',
  'ob-v3p0-3.0.3-2023-12-13',
  'ob-v3p0-3.0.3-2024-01-24',
  'ob-v3p0-3.0.3-with-jti',
] as const satisfies readonly (keyof typeof FORMER)[];

const FORMER_ONES: ReadonlyMap<string, Snapshot> = new Map(
  FORMER_NAMES.map((name) => [
    name,
    {
      name,
      get sha256() {
        return FORMER[name].sha256;
      },
      get document() {
        return FORMER[name].document;
      },
    },
  ]),
);

/** Whether this is a usual context, or was one. None of them names another one (test/json-ld/contexts.test.ts). */
export const isUsual = (name: string): boolean => USUAL_ONES.has(name) || FORMER_ONES.has(name);

async function snapshotOf(name: SnapshotName): Promise<Result<Snapshot>> {
  const usual = USUAL_ONES.get(name) ?? FORMER_ONES.get(name);
  if (usual !== undefined) return succeed(usual);
  if (name === 'schema-org-29.3') return schemaOrg();
  const rare = await rarePart();
  return rare.ok ? succeed(rare.value.RARE[name as keyof typeof rare.value.RARE]) : rare;
}

/** Every address with its contents. Problem: `part-missing`. */
export async function allSnapshots(): Promise<Result<ReadonlyMap<string, readonly Snapshot[]>>> {
  const all = new Map<string, readonly Snapshot[]>();
  for (const [url, names] of PUBLISHED) {
    const snapshots = await snapshotsOf(names);
    if (!snapshots.ok) return snapshots;
    all.set(url, snapshots.value);
  }
  return succeed(all);
}
