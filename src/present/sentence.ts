import type { Problem, ProblemCode } from '../problem.ts';
import type { CheckId, CheckState, HolderState, Rung, SideFact, Standing, Status } from '../verify/report.ts';
import type { Dates } from './dates.ts';
import type { Params, Say } from './say.ts';

/** What a presenter speaks with. */
export interface Voice {
  readonly say: Say;
  readonly dates: Dates;
}

const inKey = (code: string): string => code.replaceAll('-', '_');

/** Where each code has its words. Every key of the locales that is not written out in the code is made here. */
export const keyOf = {
  problem: (code: ProblemCode) => `problem_${inKey(code)}`,
  status: (status: Status) => `status_${inKey(status)}`,
  statusMeaning: (status: Status) => `status_${inKey(status)}_meaning`,
  standing: (standing: Standing) => `standing_${standing}`,
  standingMeaning: (standing: Standing) => `standing_${standing}_meaning`,
  also: (fact: SideFact) => `also_${inKey(fact)}`,
  check: (id: CheckId) => `check_${inKey(id)}`,
  checkState: (id: CheckId, state: CheckState) => `check_${inKey(id)}_${inKey(state)}`,
  state: (state: CheckState) => `state_${inKey(state)}`,
  holder: (state: HolderState) => `holder_${inKey(state)}`,
  holderShort: (state: HolderState) => `holder_${inKey(state)}_short`,
  rung: (rung: Rung) => `rung_${rung}`,
  rungMeaning: (rung: Rung) => `rung_${rung}_meaning`,
  format: (format: string) => `format_${inKey(format)}`,
  summary: (standing: Standing | 'checking') => `summary_${standing}`,
};

/** The sentence about one problem, its dates in the reader's form. */
export function problemSentence(problem: Problem, { say, dates }: Voice): string {
  return say(keyOf.problem(problem.code), readable(problem.params ?? {}, dates));
}

const ISO = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/;
/** Milliseconds since 1970 as an instant of our century have at least twelve digits; counts and codes have not. */
const SMALLEST_INSTANT = 1e11;

function readable(params: Params, dates: Dates): Params {
  const read = (value: string | number): string | number => {
    if (typeof value === 'number') return value >= SMALLEST_INSTANT ? dates.moment(value) : value;
    if (!ISO.test(value)) return value;
    const instant = Date.parse(value);
    return dates.exact({ text: value, instant: Number.isNaN(instant) ? null : instant });
  };
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, read(value)]));
}
