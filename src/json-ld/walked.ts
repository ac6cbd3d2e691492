import type { Failure, Result } from '../result.ts';
import type { Dataset } from './dataset.ts';

/** The walk does not know this construct and gives no answer. The general processor may answer. */
export interface GeneralRoute {
  /** What was met, in a few words. It is for statistics and is never shown to people. */
  readonly refused: string;
}

/** The result of a walk over a document: its statements, a problem, or no answer. */
export type Walked = Result<Dataset> | GeneralRoute;

/** Thrown deep in the walk. Only `walk` catches it. */
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

/** Ends the walk with a problem of the document. */
export function stop(failure: Failure): never {
  throw new Stop(failure);
}
