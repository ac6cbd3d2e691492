/** Chance that can be repeated: the same seed makes the same mutants on every machine. */
export interface Chance {
  /** A whole number from 0 up to and without the limit. */
  below(limit: number): number;
  pick<T>(values: readonly T[]): T;
  shuffled<T>(values: readonly T[]): T[];
}

/** Mulberry32. */
export function seeded(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (values) => {
      const value = values[below(values.length)];
      if (value === undefined) throw new Error('nothing to pick from');
      return value;
    },
    shuffled: (values) => {
      const left = [...values];
      for (let index = left.length - 1; index > 0; index--) {
        const other = below(index + 1);
        [left[index], left[other]] = [left[other] as never, left[index] as never];
      }
      return left;
    },
  };
}
