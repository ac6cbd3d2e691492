import type { Problem, ProblemCode } from '../problem.ts';
import type { CheckId, CheckState, HolderState, Rung, SideFact, Standing, Status } from '../verify/report.ts';
import { hostOf } from './address.ts';
import type { Dates } from './dates.ts';
import type { GroupId } from './groups.ts';
import type { Params, Say } from './say.ts';

/** What a presenter speaks with. */
export interface Voice {
  readonly say: Say;
  readonly dates: Dates;
}

/**
 * What the headline says. Mostly the status; but a suspended credential is not revoked and one that is not yet valid
 * has not expired, although they share those statuses (judge.ts), so they have words and a shape of their own; and of
 * a record that a platform confirms for an issuer for whom it does not vouch, only the host has confirmed anything. A
 * record that is its issuer's and lacks only the form of its standard accuses nobody.
 */
export type Sign =
  | Status
  | 'suspended'
  | 'not-yet-valid'
  | 'host-confirmed'
  | 'platform-confirmed'
  | 'not-in-form';

const inKey = (code: string): string => code.replaceAll('-', '_');

/** Where each code has its words. Every key of the locales that is not written out in the code is made here. */
export const keyOf = {
  problem: (code: ProblemCode) => `problem_${inKey(code)}`,
  developer: (code: ProblemCode) => `developer_${inKey(code)}`,
  status: (sign: Sign) => `status_${inKey(sign)}`,
  statusMeaning: (sign: Sign) => `status_${inKey(sign)}_meaning`,
  standing: (standing: Standing) => `standing_${standing}`,
  standingMeaning: (standing: Standing) => `standing_${standing}_meaning`,
  also: (fact: SideFact) => `also_${inKey(fact)}`,
  check: (id: CheckId) => `check_${inKey(id)}`,
  checkQuestion: (id: CheckId) => `question_${inKey(id)}`,
  checkState: (id: CheckId, state: CheckState) => `check_${inKey(id)}_${inKey(state)}`,
  state: (state: CheckState) => `state_${inKey(state)}`,
  holder: (state: HolderState) => `holder_${inKey(state)}`,
  holderShort: (state: HolderState) => `holder_${inKey(state)}_short`,
  rung: (rung: Rung) => `rung_${rung}`,
  rungMeaning: (rung: Rung) => `rung_${rung}_meaning`,
  format: (format: string) => `format_${inKey(format)}`,
  group: (group: GroupId) => `group_${group}`,
  summary: (group: GroupId) => `summary_${group}`,
};

/** The sentence about one problem, its dates in the reader's form. */
export function problemSentence(problem: Problem, { say, dates }: Voice): string {
  const isByPlatform = problem.code === 'issuer-identified' && problem.params?.by === 'platform';
  const key = isByPlatform ? 'problem_issuer_identified_platform' : keyOf.problem(problem.code);
  return say(key, readable(problem.params ?? {}, dates));
}

const ISO = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/;
/** Milliseconds since 1970 as an instant of our century have at least twelve digits; counts and codes have not. */
const SMALLEST_INSTANT = 1e11;

/** Dates as the reader writes them; where only a whole address is given, its host stands in for it. */
function readable(params: Params, dates: Dates): Params {
  const { host = hostOf(String(params.url ?? params.address ?? '')) ?? '' } = params;
  const read = (value: string | number): string | number => {
    if (typeof value === 'number') return value >= SMALLEST_INSTANT ? dates.moment(value) : value;
    if (!ISO.test(value)) return value;
    const instant = Date.parse(value);
    return dates.exact({ text: value, instant: Number.isNaN(instant) ? null : instant });
  };
  return Object.fromEntries(Object.entries({ ...params, host }).map(([name, value]) => [name, read(value)]));
}
