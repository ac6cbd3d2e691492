/** What a page's main thread did, by the processor's clock: whatever else the machine was doing is left out. */
import type { Page } from 'puppeteer-core';

export interface Span {
  /** When it began; for comparing spans of one trace. */
  readonly at: number;
  /** The time that the thread had the processor, in milliseconds. */
  readonly cpu: number;
  readonly wall: number;
}

export interface Trace {
  /** When the anchor came. */
  readonly at: number;
  /** What the thread did under this name. */
  spans(name: string): readonly Span[];
}

/** Everything that a thread runs is a task, of the page, of the browser, or of an extension. */
export const TASK = 'ThreadControllerImpl::RunTask';
export const SCRIPT_RUN = 'EvaluateScript';
export const IDLE_CALLBACK = 'FireIdleCallback';
/** Among them what observers of mutations do. */
export const MICROTASKS = 'RunMicrotasks';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds, as the others. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

/** Traces the work. The anchor is a mark (User Timing) of the thread that is asked about. */
export async function traced(page: Page, anchor: string, work: () => Promise<unknown>): Promise<Trace> {
  await page.tracing.start({ categories: ['-*', 'toplevel', 'devtools.timeline', 'blink.user_timing'] });
  await work();
  const text = new TextDecoder().decode(await page.tracing.stop());
  const { traceEvents: events } = JSON.parse(text) as { readonly traceEvents: readonly TraceEvent[] };
  const mark = events.findLast(({ name }) => name === anchor);
  if (!mark) throw new Error(`the trace has no ${anchor}`);
  const own = events.filter(({ pid, tid }) => pid === mark.pid && tid === mark.tid);
  return {
    at: mark.ts / 1_000,
    spans: (wanted) =>
      own.flatMap(({ name, ts, dur, tdur }) =>
        name === wanted && dur !== undefined && tdur !== undefined
          ? [{ at: ts / 1_000, wall: dur / 1_000, cpu: tdur / 1_000 }]
          : [],
      ),
  };
}

export const longestOf = (spans: readonly Span[]): Span =>
  spans.reduce((one, other) => (one.cpu >= other.cpu ? one : other), { at: 0, cpu: 0, wall: 0 });
export const sumOf = (spans: readonly Span[]): number => spans.reduce((sum, { cpu }) => sum + cpu, 0);
