/** When each credential of a page begins and ends, on one scale, and which belong together. */
import type { Item } from '../item.ts';
import type { Instant } from '../ports.ts';
import type { Standing } from '../verify/report.ts';
import { checkedRow, withinWords } from './row.ts';
import type { Voice } from './sentence.ts';
import { stacks } from './stacks.ts';

export interface TimeBar {
  readonly key: string;
  readonly title: string;
  readonly standing: Standing;
  readonly from: Instant;
  /** Null where the record names no end. */
  readonly until: Instant | null;
  readonly fromWords: string;
  readonly untilWords: string;
  /** That it came inside another record. */
  readonly within: string | null;
  /** The larger awards that it counts towards, and how far each has come. */
  readonly towards: readonly string[];
}
export interface Timeline {
  /** Earliest first. */
  readonly bars: readonly TimeBar[];
  readonly start: Instant;
  readonly end: Instant;
  readonly now: Instant;
  /** The first instant of each year from start to end, and its number. */
  readonly years: readonly { readonly at: Instant; readonly year: number }[];
}

/** Null where no record says when it was issued. Dates that only the page claims are not drawn. */
export function timeline(items: readonly Item[], now: Instant, voice: Voice): Timeline | null {
  const titles = new Map(items.map((item) => [item.key, checkedRow(item, voice)]));
  const stacked = stacks(items, voice);
  const bars = items.flatMap((item): readonly TimeBar[] => {
    const { credential } = item.report;
    const begin = credential?.issued ?? credential?.validFrom ?? null;
    const row = titles.get(item.key);
    if (credential === null || credential.format === 'page' || begin?.instant == null || row === undefined)
      return [];
    const until = credential.validUntil;
    const outer = item.within === null ? undefined : titles.get(item.within);
    return [
      {
        key: item.key,
        title: row.title,
        standing: row.verdict.standing,
        from: begin.instant,
        until: until?.instant ?? null,
        fromWords: voice.dates.day(begin),
        untilWords: until === null ? voice.say('ui_no_end') : voice.dates.day(until),
        towards: stacked.flatMap(({ keys, words }) => (keys.includes(item.key) ? [words] : [])),
        within: outer === undefined ? null : withinWords(outer, voice.say),
      },
    ];
  });
  if (bars.length === 0) return null;
  // A record may end before it was issued: one that was issued again, say.
  const start = Math.min(...bars.map(({ from, until }) => Math.min(from, until ?? from)));
  const end = Math.max(now, ...bars.map(({ from, until }) => until ?? from));
  return {
    bars: bars.toSorted((one, other) => one.from - other.from),
    start,
    end,
    now,
    years: yearsIn(start, end),
  };
}

/** With more lines than these, the scale cannot be read. */
const MAX_YEARS = 60;

function yearsIn(start: Instant, end: Instant): Timeline['years'] {
  const first = new Date(start).getUTCFullYear() + 1;
  const last = Math.min(new Date(end).getUTCFullYear(), first + MAX_YEARS);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => ({
    at: Date.UTC(first + n, 0, 1),
    year: first + n,
  }));
}
