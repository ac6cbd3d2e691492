import { type Problem, type ProblemCode, type ProblemDetails, problem } from './problem.ts';

/** Expected trouble is a value; only a bug throws. */
export type Result<T> = Success<T> | Failure;
export interface Success<T> {
  readonly ok: true;
  readonly value: T;
}
export interface Failure {
  readonly ok: false;
  readonly problem: Problem;
}

export const succeed = <T>(value: T): Success<T> => ({ ok: true, value });

/** A failed result from a code, with the details that a sentence about it needs. */
export const fail = (code: ProblemCode, details?: ProblemDetails): Failure => ({
  ok: false,
  problem: problem(code, details),
});

/** A failed result with a problem that was made elsewhere. */
export const failWith = (problem: Problem): Failure => ({ ok: false, problem });
