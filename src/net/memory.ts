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

  const isCurrent = ({ settled }: Entry): boolean =>
    settled === null ||
    clock.now() - settled.at <= (settled.ok ? limits.rememberMs : limits.rememberTroubleMs);

  const settle = (key: string, entry: Entry, outcome: Outcome): void => {
    if (!outcome.ok && outcome.problem.code === 'permission-needed') {
      // The next click may grant the permission, so this answer is not kept.
      if (entries.get(key) === entry) entries.delete(key);
      return;
    }
    const ok = outcome.ok && outcome.value.status < 429;
    entry.settled = { at: clock.now(), ok, bytes: outcome.ok ? outcome.value.bytes.length : 0 };
    evict(entries, limits.rememberBytes);
  };

  return {
    async share(key, ask) {
      const known = entries.get(key);
      if (known && isCurrent(known)) {
        const outcome = await known.outcome;
        return outcome.ok ? { ok: true, value: { ...outcome.value, cached: true } } : outcome;
      }
      const entry: Entry = { outcome: ask(), settled: null };
      entries.delete(key);
      entries.set(key, entry);
      try {
        const outcome = await entry.outcome;
        settle(key, entry, outcome);
        return outcome;
      } catch (bug) {
        entries.delete(key);
        throw bug;
      }
    },
    forget: () => entries.clear(),
  };
}

/** Drops the oldest entries until the rest fits. Small entries count too, so the memory stays bounded. */
function evict(entries: Map<string, Entry>, rememberBytes: number): void {
  const weight = ({ settled }: Entry): number => (settled === null ? 0 : settled.bytes + 1024);
  let total = 0;
  for (const entry of entries.values()) total += weight(entry);
  for (const [key, entry] of entries) {
    if (total <= rememberBytes) return;
    if (entry.settled === null) continue;
    total -= weight(entry);
    entries.delete(key);
  }
}
