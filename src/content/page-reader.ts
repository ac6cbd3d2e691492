import { isHinted } from '../site/hinted.ts';
import { createReading, type Reading } from '../site/reading.ts';
import type { Scanned } from '../site/scanned.ts';
import type { SeenPage } from '../site/sighting.ts';
import type { Steps } from '../site/steps.ts';
import { noteChanges, OBSERVED } from './changes.ts';
import { hasHiddenForm } from './hidden-form.ts';
import { isMissing } from './missing.ts';
import { inSlices } from './slices.ts';
import { viewOf } from './view.ts';

/** By then a page that a script draws is complete. A page that never rests is not reported for ever. */
const MAX_VIEWS = 30;

export interface PageReaderOptions {
  readonly signal: AbortSignal;
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
  readonly spentMs: number;
}

/** Reads one document in slices, one reading at a time. It never edits the page. */
export function createPageReader(page: Document, options: PageReaderOptions): PageReader {
  const { signal, onChange, onSeen, onBroken } = options;
  const changes = noteChanges();
  const roots = new Set<Document | ShadowRoot>();
  let reading: Reading | null = null;
  let busy = false;
  let spentMs = 0;
  let view: string | null = null;
  let views = 0;
  let after: (() => void)[] = [];

  const observer = new MutationObserver((records) => {
    changes.note(records);
    // The page will be read again as a whole. Until then, watching it would only slow it.
    if (changes.isFull()) observer.disconnect();
    onChange();
  });
  const onLoad = ({ target }: Event): void => {
    if ((target as Element | null)?.localName !== 'iframe') return;
    changes.noteFrame(target as Element);
    onChange();
  };
  // `load` does not bubble, but it can be captured.
  page.addEventListener('load', onLoad, { capture: true, signal });

  const release = (): void => {
    busy = false;
    const due = after;
    after = [];
    for (const work of due) work();
  };
  signal.addEventListener('abort', () => {
    observer.disconnect();
    release();
  });
  /** On a page that may be a credential's own, the text counts too. */
  function* withView(steps: Steps<boolean>): Steps<boolean> {
    const isNews = yield* steps;
    const url = reading?.scanned().scan.url ?? '';
    if (!isHinted(url, page.location.hostname) || isMissing(url)) view = null;
    else if (isNews || views < MAX_VIEWS) {
      const now = yield* viewOf(page);
      if (now === view) return isNews;
      views += 1;
      view = now;
      return true;
    }
    return isNews;
  }
  const demandWalkable = (root: Document | ShadowRoot): void => {
    if (hasHiddenForm(root)) throw new Error('a form of this page hides what it is walked by');
  };
  function* guarded(steps: Steps<boolean>): Steps<boolean> {
    for (const root of roots) {
      demandWalkable(root);
      yield;
    }
    return yield* withView(steps);
  }
  const run = (steps: Steps<boolean>): void => {
    busy = true;
    inSlices(guarded(steps), {
      signal,
      onDone(isNews, spent) {
        spentMs = spent;
        if (reading && isNews) onSeen({ ...reading.scanned().scan, ...(view !== null && { view }) });
        release();
      },
      onBroken,
    });
  };
  function* whole(begun: Reading): Steps<boolean> {
    yield* begun.whole();
    return true;
  }

  const readAll = (): void => {
    if (signal.aborted) return;
    if (busy) return void after.push(readAll);
    observer.disconnect();
    changes.take();
    roots.clear();
    const onTree = (root: Document | ShadowRoot): void => {
      demandWalkable(root);
      roots.add(root);
      observer.observe(root, OBSERVED);
    };
    reading = createReading(page, { url: page.location.href, onTree });
    views = 0;
    run(whole(reading));
  };

  return {
    readAll,
    readChanges() {
      if (busy || reading === null) return void after.push(onChange);
      const noted = changes.take();
      if (noted === 'whole') readAll();
      else run(reading.changed(noted));
    },
    afterReading(work) {
      if (busy) after.push(work);
      else work();
    },
    seen: () => reading?.scanned(),
    get spentMs() {
      return spentMs;
    },
  };
}
