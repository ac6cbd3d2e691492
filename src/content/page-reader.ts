import { createReading, type Reading } from '../site/reading.ts';
import type { Scanned } from '../site/scanned.ts';
import type { SeenPage } from '../site/sighting.ts';
import type { Steps } from '../site/steps.ts';
import type { Tree } from '../site/tree.ts';
import { watchChanges } from './changes.ts';
import { hasHiddenForm } from './hidden-form.ts';
import { inSlices } from './slices.ts';
import { watchView } from './view-watch.ts';

export interface PageReaderOptions {
  readonly signal: AbortSignal;
  /** How long a page that does not rest may put off the next slice, milliseconds. */
  readonly timeout: number;
  /** Something changed that nobody has looked at yet. */
  readonly onChange: () => void;
  readonly onSeen: (scan: SeenPage) => void;
  /** A reading broke: nothing is known of the page, and nothing will be. */
  readonly onBroken: () => void;
}

export interface PageReader {
  /** Reads the page from its root on and reports what it shows, even if that is nothing new. */
  readAll(): void;
  /** Reads what has changed, and reports what the page shows where that is different now. */
  readChanges(): void;
  /** Runs the work once nothing is being read. */
  afterReading(work: () => void): void;
  /** What the last whole reading saw, with the elements. */
  seen(): Scanned | undefined;
  /** How long the last reading took. */
  spentMs(): number;
}

/** Reads one document in slices, one reading at a time. It never edits the page. */
export function createPageReader(page: Document, options: PageReaderOptions): PageReader {
  const { signal, timeout, onChange, onSeen, onBroken } = options;
  const changes = watchChanges(page, onChange, signal);
  let text = watchView(page);
  const turns = createTurns();
  const roots = new Set<Tree['root']>();
  let reading: Reading | null = null;
  let spentMs = 0;
  signal.addEventListener('abort', turns.end);

  function* read(own: Reading, steps: Steps<boolean>): Steps<boolean> {
    for (const root of roots) {
      demandWalkable(root);
      yield;
    }
    const isNews = yield* steps;
    const isNewText = yield* text.read(own.scanned().scan.url, isNews);
    return isNews || isNewText;
  }
  const run = (own: Reading, steps: Steps<boolean>): void => {
    turns.begin();
    inSlices(read(own, steps), {
      signal,
      timeout,
      onDone(isNews, spent) {
        spentMs = spent;
        const view = text.view();
        if (isNews) onSeen({ ...own.scanned().scan, ...(view !== null && { view }) });
        turns.end();
      },
      onBroken,
    });
  };
  const readAll = (): void => {
    if (signal.aborted || turns.defers(readAll)) return;
    changes.forget();
    roots.clear();
    const onTree = (root: Tree['root']): void => {
      demandWalkable(root);
      roots.add(root);
      changes.watch(root);
    };
    reading = createReading(page, { url: page.location.href, onTree });
    text = watchView(page);
    run(reading, reading.whole());
  };

  return {
    readAll,
    readChanges() {
      if (reading === null || turns.defers(onChange)) return;
      const noted = changes.take();
      if (noted === 'whole') readAll();
      else run(reading, reading.changed(noted));
    },
    afterReading(work) {
      if (!turns.defers(work)) work();
    },
    seen: () => reading?.scanned(),
    spentMs: () => spentMs,
  };
}

function demandWalkable(root: Tree['root']): void {
  if (hasHiddenForm(root)) throw new Error('form');
}

/** One reading at a time. What comes meanwhile waits. */
function createTurns() {
  /** What waits for the end of the turn that is taken. */
  let waiting: (() => void)[] | null = null;
  return {
    begin(): void {
      waiting = [];
    },
    /** Whether the work has to wait. Then it is done at the end of this turn. */
    defers: (work: () => void): boolean => waiting !== null && waiting.push(work) > 0,
    end(): void {
      const due = waiting ?? [];
      waiting = null;
      for (const work of due) work();
    },
  };
}
