import type { TakenKind } from '../platform/take.ts';
import type { Voice } from '../present/sentence.ts';
import type { PageState, RequestName, Requests } from '../protocol.ts';
import type { Examination } from '../report/examination.ts';

/** What a surface that shows one tab's credentials needs of the browser. `browserWorld` fills it. */
export interface PageWorld {
  readonly voice: Voice;
  readonly tabId: number;
  /** The state as it was read before the surface was drawn. So its rows stand in the first frame. */
  readonly first?: PageState | null;
  /** Calls back with the page's state now and after every change, also while the worker is dead. */
  watch(listener: (state: PageState | null) => void, signal: AbortSignal): void;
  ask<Name extends RequestName>(
    name: Name,
    payload: Requests[Name]['ask'],
  ): Promise<Requests[Name]['answer']>;
  /** Call it in a click's handler, before any `await`. */
  requestOrigins(origins: readonly string[]): Promise<boolean>;
  /** Closes the popup, which covers the place that the page now shows. Absent where nothing covers it. */
  readonly giveWay?: () => void;
  /** Copies the summary, or hands out a file. Rejects where the browser refuses. */
  take(kind: TakenKind, examination: Examination): Promise<void>;
}
