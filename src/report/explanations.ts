/** Every problem with its code, its place, its sentence, and a line for whoever has to mend it. */
import { allProblemsOf } from '../present/checks.ts';
import { keyOf, problemSentence, type Voice } from '../present/sentence.ts';
import type { ProblemCode } from '../problem.ts';
import type { Outcome } from '../verify/report.ts';

export interface Explanation {
  readonly code: ProblemCode;
  /** JSON Pointer, where the problem has a place. */
  readonly at: string | null;
  /** For people who read the credential. */
  readonly sentence: string;
  /** For people who issue it. */
  readonly developer: string;
}

/** Every problem of a check, each with its causes. */
export const explanationsOf = (outcome: Outcome, voice: Voice): readonly Explanation[] =>
  allProblemsOf(outcome).map((problem) => ({
    code: problem.code,
    at: problem.at ?? null,
    sentence: problemSentence(problem, voice),
    developer: voice.say(keyOf.developer(problem.code), problem.params),
  }));
