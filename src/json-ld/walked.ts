import type { Failure, Result } from '../result.ts';
import type { Dataset } from './dataset.ts';

/** The walk does not know this construct: the general processor may answer, the walk has said nothing. */
export interface GeneralRoute {
  /** What was met, in few words: for figures, never for people. */
  readonly refused: string;
}

/** What a walk over a document gives: its statements, what is wrong with it, or no answer. */
export type Walked = Result<Dataset> | GeneralRoute;

/** Thrown from the depths of the walk, and caught in `walk` only. */
export class Stop extends Error {
  readonly outcome: Failure | GeneralRoute;
  constructor(outcome: Failure | GeneralRoute) {
    super('refused' in outcome ? outcome.refused : outcome.problem.code);
    this.outcome = outcome;
  }
}

/** Leaves the document to the general processor. */
export function refuse(reason: string): never {
  throw new Stop({ refused: reason });
}

/** Ends the walk with what is wrong with the document. */
export function stop(failure: Failure): never {
  throw new Stop(failure);
}
