import { MAX_SECONDS } from '../../heavy/killable.ts';
import type { Timer } from '../../net/timer.ts';
import type { Net } from '../../ports.ts';
import type { BatchRecord, Checked, FromThread, ToThread } from './message.ts';

/** A thread that checks records. */
interface BatchThread {
  send(message: ToThread): void;
  /** Ends it at once, whatever it is doing. */
  end(): void;
}
export interface BatchThreadEvents {
  readonly onMessage: (message: FromThread) => void;
  /** It has ended by itself: out of memory, or a crash. */
  readonly onDeath: () => void;
}
export type StartBatchThread = (events: BatchThreadEvents) => BatchThread;

export interface PoolPorts {
  readonly start: StartBatchThread;
  readonly threads: number;
  readonly net: Net;
  readonly timer: Timer;
  /** Takes one outcome. The record keeps its place until the returned promise resolves. */
  readonly onChecked: (checked: Checked) => Promise<void>;
  /** The outcome of a record that ended its thread. */
  readonly stopped: (record: BatchRecord) => Checked;
}

export interface Pool {
  /** Takes a record as soon as a thread has a free place. */
  give(record: BatchRecord): Promise<void>;
  /** Resolves when every record has its outcome, or the pool was ended. */
  finish(): Promise<void>;
  /** Ends all threads, whatever they are doing. No more outcomes come; whoever waits for a place waits no longer. */
  end(): void;
}

/** Records of one thread at once: while one waits for the network, others are read. */
const AT_ONCE = 16;

interface Place {
  thread: BatchThread | null;
  readonly records: Map<number, BatchRecord>;
  /** Records that are being written out. They still take a place. */
  writing: number;
  /** Its record is checked again, alone. So whatever happens to the thread, this record is the cause. */
  alone: boolean;
  /** Ends the present wait for a sign of life. */
  callOff: () => void;
}

const emptyPlace = (): Place => ({
  thread: null,
  records: new Map(),
  writing: 0,
  alone: false,
  callOff: () => undefined,
});

const loadOf = ({ records, writing }: Place): number => records.size + writing;

/**
 * Threads that check records, each record exactly once. A thread that is silent for ten seconds is ended: a record
 * blocks it. The records of an ended or dead thread are checked again, each alone. The record that ends its thread
 * again is `work-stopped`; the others get their outcome.
 */
export function createPool({ start, threads, net, timer, onChecked, stopped }: PoolPorts): Pool {
  const places = Array.from({ length: threads }, emptyPlace);
  const suspects: BatchRecord[] = [];
  const waiting: { readonly record: BatchRecord; readonly taken: () => void }[] = [];
  let [open, finished]: [number, (() => void) | null] = [0, null];
  let isEnded = false;

  const conclude = async (place: Place, checked: Checked): Promise<void> => {
    place.writing += 1;
    await onChecked(checked);
    place.writing -= 1;
    open -= 1;
    serve();
    if (open === 0) finished?.();
  };

  const lose = (place: Place, mine: BatchThread): void => {
    if (place.thread !== mine) return;
    mine.end();
    place.callOff();
    place.thread = null;
    const [only, ...more] = place.records.values();
    place.records.clear();
    if (only && more.length === 0) void conclude(place, stopped(only));
    else if (only) suspects.push(only, ...more);
    serve();
  };

  /** Some time after a sign of life, asks for the next one. A thread that gives none is ended. */
  const watch = (place: Place, mine: BatchThread): void => {
    place.callOff();
    place.callOff = timer.after(MAX_SECONDS * 1000, () => {
      mine.send({ kind: 'ping' });
      place.callOff = timer.after(MAX_SECONDS * 1000, () => lose(place, mine));
    });
  };

  const hear = (place: Place, mine: BatchThread, message: FromThread): void => {
    // Messages from a thread that was ended are ignored.
    if (place.thread !== mine) return;
    if (message.kind === 'request')
      void net.get(message.request).then((outcome) => mine.send({ kind: 'answer', id: message.id, outcome }));
    if (message.kind === 'checked')
      for (const checked of message.outcomes)
        if (place.records.delete(checked.n)) void conclude(place, checked);
    if (message.kind === 'alive') watch(place, mine);
  };

  const started = (place: Place): BatchThread => {
    const mine: BatchThread = start({
      onMessage: (message) => hear(place, mine, message),
      onDeath: () => lose(place, mine),
    });
    place.thread = mine;
    return mine;
  };

  const take = (place: Place, record: BatchRecord, alone: boolean): void => {
    place.records.set(record.n, record);
    place.alone = alone;
    (place.thread ?? started(place)).send({ kind: 'record', record });
  };

  /**
   * The thread that takes the next record: the one with the least to do. While a record is suspected, only idle threads
   * take one.
   */
  const nextPlace = (): Place | undefined =>
    places
      .filter((place) => loadOf(place) < (suspects.length > 0 || place.alone ? 1 : AT_ONCE))
      .sort((one, other) => loadOf(one) - loadOf(other))[0];

  const serve = (): void => {
    if (isEnded) return;
    for (let place = nextPlace(); place; place = nextPlace()) {
      const suspect = suspects.shift();
      const next = suspect ? null : waiting.shift();
      if (suspect) take(place, suspect, true);
      else if (next) {
        take(place, next.record, false);
        next.taken();
      } else return;
    }
  };

  return {
    give(record) {
      if (isEnded) return Promise.resolve();
      open += 1;
      return new Promise((taken) => {
        waiting.push({ record, taken });
        serve();
      });
    },
    async finish() {
      if (open > 0 && !isEnded)
        await new Promise<void>((resolve) => {
          finished = resolve;
        });
    },
    end() {
      isEnded = true;
      for (const place of places) {
        const { thread } = place;
        place.callOff();
        place.thread = null;
        thread?.end();
      }
      for (const { taken } of waiting.splice(0)) taken();
      finished?.();
    },
  };
}
