import type { TakenKind } from '../platform/take.ts';
import type { Voice } from '../present/sentence.ts';
import type { PageState, RequestName, Requests } from '../protocol.ts';
import type { Examination } from '../report/examination.ts';

export type { TakenKind };

/** What a surface that shows one tab's credentials needs of the browser. Its main.tsx fills it from platform/. */
export interface PageWorld {
  readonly voice: Voice;
  readonly tabId: number;
  /** Tells the page's state now and after every change, also while the worker is dead. */
  watch(listener: (state: PageState | null) => void, signal: AbortSignal): void;
  ask<Name extends RequestName>(
    name: Name,
    payload: Requests[Name]['ask'],
  ): Promise<Requests[Name]['answer']>;
  /** Must be called in a click's handler before anything is awaited. */
  requestOrigins(origins: readonly string[]): Promise<boolean>;
  /** The page shows what was looked for; the popup stands in its way. Absent where nothing does. */
  readonly giveWay?: () => void;
  /** Copies the summary, or hands out a file. Rejects where the browser refuses. */
  take(kind: TakenKind, examination: Examination): Promise<void>;
}
