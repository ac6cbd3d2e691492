import { readDate } from '../credential/date.ts';
import type { Detail } from '../credential/model.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import type { CheckId, CheckState, HolderState, Rung, SideFact, Standing, Status } from '../verify/report.ts';
import { hostOf } from './address.ts';
import type { Dates } from './dates.ts';
import type { GroupId } from './groups.ts';
import type { Params, Say } from './say.ts';

/** What a presenter needs for its words: `say` and dates. */
export interface Voice {
  readonly say: Say;
  readonly dates: Dates;
}

/** The voice of a whole page, which says in which language it is. */
export interface PageVoice extends Voice {
  /** BCP 47 tag. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/**
 * What the headline says. Mostly it is the status. Some cases share a status (judge.ts) but have words and a shape of
 * their own: a suspended credential is not revoked, and one that is not yet valid has not expired. Where a platform
 * confirms a record but does not vouch for its issuer, only the host has confirmed it. A record that is its issuer's
 * and only breaks the form of its standard accuses nobody.
 */
export type Sign =
  | Status
  | 'suspended'
  | 'not-yet-valid'
  | 'host-confirmed'
  | 'platform-confirmed'
  | 'not-in-form';

const inKey = (code: string): string => code.replaceAll('-', '_');

/** The message key for each code. No key is put together anywhere else. */
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
  endorsed: (about: string) => `endorsed_${about}`,
  detail: (name: Detail) => `detail_${name}`,
  achievementType: (type: string) => `kind_${type}`,
  resultStatus: (status: string) => `result_${status}`,
  group: (group: GroupId) => `group_${group}`,
  groupHint: (group: GroupId) => `hint_${group}`,
  summary: (group: GroupId) => `summary_${group}`,
  compared: (answer: string) => `compared_${answer}`,
  whose: (match: string) => `whose_${match}`,
  how: (rung: Rung) => `how_${rung}`,
  asked: (kind: string) => `asked_${kind}`,
  advice: (hint: string) => `advice_${inKey(hint)}`,
  remedy: (remedy: string) => `remedy_${inKey(remedy)}`,
  job: (job: string) => `job_${job}`,
  taken: (kind: string) => `take_${kind}`,
  unreadable: (why: string) => `ui_unreadable_${inKey(why)}`,
};

/** The sentence about one problem, with its dates in the reader's form. */
export function problemSentence(problem: Problem, { say, dates }: Voice): string {
  return say(sentenceKey(problem), readable(problem.params ?? {}, dates));
}

/** Two problems have another sentence where more is known. */
function sentenceKey({ code, params }: Problem): string {
  if (code === 'issuer-identified' && params?.by === 'platform') return 'problem_issuer_identified_platform';
  if (code === 'revoked' && params?.reason) return 'problem_revoked_reason';
  return keyOf.problem(code);
}

const ISO = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/;
/** An instant of our century, in milliseconds since 1970, has at least twelve digits. Counts and codes have fewer. */
const SMALLEST_INSTANT = 1e11;

/** Dates as the reader writes them. Where only a whole address is given, its host stands for it. */
function readable(params: Params, dates: Dates): Params {
  const { host = hostOf(String(params.url ?? params.address ?? '')) ?? '' } = params;
  const read = (value: string | number): string | number => {
    if (typeof value === 'number') return value >= SMALLEST_INSTANT ? dates.moment(value) : value;
    const date = ISO.test(value) ? readDate(value) : null;
    return date === null ? value : dates.exact(date);
  };
  return Object.fromEntries(Object.entries({ ...params, host }).map(([name, value]) => [name, read(value)]));
}
