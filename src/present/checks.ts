import { asArray, isJsonObject, type Json } from '../json.ts';
import type { Problem } from '../problem.ts';
import { isUnvouched } from '../verify/faults.ts';
import {
  CHECK_IDS,
  type CheckId,
  type CheckState,
  type Outcome,
  type Outcomes,
  problemsOf,
} from '../verify/report.ts';
import type { Say } from './say.ts';
import { keyOf, problemSentence, type Voice } from './sentence.ts';

export interface CheckView {
  readonly id: CheckId;
  readonly state: CheckState;
  readonly code: string | null;
  readonly name: string;
  /** The question of the check, in a sentence. */
  readonly question: string;
  readonly stateWord: string;
  /** What the answer means. */
  readonly sentence: string;
  /** Why: every problem of the check, each with its causes. */
  readonly reasons: readonly string[];
  /**
   * Set where the check says only that nobody we know vouches for the issuer. That is no suspicion and is not drawn as
   * one.
   */
  readonly unvouched: boolean;
  /** The same for people who build badges: code, place in the record, and what to mend. */
  readonly developer: readonly DeveloperLine[];
  /** Name of the check whose answer this one waited for. */
  readonly restsOn: string | null;
}

interface DeveloperLine {
  readonly code: string;
  /** JSON Pointer; null where the problem has no place. */
  readonly at: string | null;
  readonly text: string;
}

/** Every check in the order in which it was run, with its reasons in words. */
export const checkViews = (outcomes: Outcomes, voice: Voice): readonly CheckView[] =>
  CHECK_IDS.map((id) => checkView(id, outcomes[id], voice));

function checkView(id: CheckId, outcome: Outcome, voice: Voice): CheckView {
  const { say } = voice;
  const { state, problem, blockedBy } = outcome;
  const problems = allProblemsOf(outcome);
  const unvouched = id === 'issuer-trust' && problem !== undefined && isUnvouched(outcome);
  return {
    id,
    state,
    unvouched,
    code: problem?.code ?? null,
    name: say(keyOf.check(id)),
    stateWord: say(unvouched ? keyOf.standing('unrecognised') : keyOf.state(state)),
    question: say(keyOf.checkQuestion(id)),
    sentence: say(keyOf.checkState(id, state)),
    reasons: [
      ...new Set([...endorsed(outcome, say), ...problems.map((each) => problemSentence(each, voice))]),
    ],
    developer: problems.map(({ code, at, params }) => ({
      code,
      at: at ?? null,
      text: say(keyOf.developer(code), params),
    })),
    restsOn: blockedBy === undefined ? null : say(keyOf.check(blockedBy)),
  };
}

/** Who endorses it and in which words, of those that count. */
const endorsed = ({ facts }: Outcome, say: Say): readonly string[] =>
  asArray<Json>(facts?.endorsements).flatMap((each) => {
    if (!isJsonObject(each) || each.about === undefined) return [];
    const { endorser, about, says } = each;
    const by = { endorser: String(endorser ?? '') };
    const words = typeof says === 'string' ? [say('endorser_writes', { ...by, comment: says })] : [];
    return [say(keyOf.endorsed(String(about)), by), ...words];
  });

/** All problems of one outcome, weightiest first, each followed by the one behind it, and so on. */
export const allProblemsOf = (outcome: Outcome): readonly Problem[] =>
  problemsOf(outcome).flatMap(withCauses);

const withCauses = (problem: Problem): readonly Problem[] =>
  problem.cause === undefined ? [problem] : [problem, ...withCauses(problem.cause)];
