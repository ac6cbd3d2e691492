import type { Clock, Instant, NetAnswer } from '../ports.ts';
import type { Result } from '../result.ts';

type Outcome = Result<NetAnswer>;
interface Entry {
  readonly outcome: Promise<Outcome>;
  /** null while the request is under way. */
  settled: { readonly at: Instant; readonly ok: boolean; readonly bytes: number } | null;
}

export interface MemoryLimits {
  /** For how long an answer is reused for the same document. */
  readonly rememberMs: number;
  /** The same for failed requests. It is long enough for one page, and too short to look like a verdict. */
  readonly rememberTroubleMs: number;
  readonly rememberBytes: number;
}

/** Requests each document once. Callers share a request that is under way, and an answer that came recently. */
export interface Memory {
  share(key: string, ask: () => Promise<Outcome>): Promise<Outcome>;
  forget(): void;
}

export function createMemory(clock: Clock, limits: MemoryLimits): Memory {
  const entries = new Map<string, Entry>();
  /** What all settled entries weigh. It is kept, because a long list has thousands of them at every answer. */
  let total = 0;

  const isCurrent = ({ settled }: Entry): boolean =>
    settled === null ||
    clock.now() - settled.at <= (settled.ok ? limits.rememberMs : limits.rememberTroubleMs);

  const drop = (key: string): void => {
    total -= weightOf(entries.get(key));
    entries.delete(key);
  };

  const settle = (key: string, entry: Entry, outcome: Outcome): void => {
    // It was forgotten meanwhile, and another may stand in its place.
    if (entries.get(key) !== entry) return;
    // The next click may grant the permission, so this answer is not kept.
    if (!outcome.ok && outcome.problem.code === 'permission-needed') {
      drop(key);
      return;
    }
    const ok = outcome.ok && outcome.value.status < 429;
    entry.settled = { at: clock.now(), ok, bytes: outcome.ok ? outcome.value.bytes.length : 0 };
    total += weightOf(entry);
    for (const [oldest, { settled }] of entries) {
      if (total <= limits.rememberBytes) return;
      if (settled !== null) drop(oldest);
    }
  };

  return {
    async share(key, ask) {
      const known = entries.get(key);
      if (known && isCurrent(known)) {
        const outcome = await known.outcome;
        return outcome.ok ? { ok: true, value: { ...outcome.value, cached: true } } : outcome;
      }
      const entry: Entry = { outcome: ask(), settled: null };
      drop(key);
      entries.set(key, entry);
      try {
        const outcome = await entry.outcome;
        settle(key, entry, outcome);
        return outcome;
      } catch (bug) {
        if (entries.get(key) === entry) drop(key);
        throw bug;
      }
    },
    forget() {
      entries.clear();
      total = 0;
    },
  };
}

/** Small entries count too, so the memory stays bounded. What is under way weighs nothing yet. */
const weightOf = (entry: Entry | undefined): number => (entry?.settled ? entry.settled.bytes + 1024 : 0);
