import {
  type Mark,
  type Marking,
  type Spot,
  samePage,
  type TellingName,
  type Tellings,
} from '../protocol.ts';
import { unwrap } from '../recognise/unwrap.ts';
import { createDot, type Dot } from './dot.ts';
import { anchorOf } from './dot-anchor.ts';
import { pointAt } from './point-at.ts';
import { inSlices } from './slices.ts';
import { onSoftNavigation } from './soft-navigation.ts';
import { HERE, type Holder, type Visit } from './visit-here.ts';

const MARKED = Symbol.for('touchstone markers');

/** Begins to mark the page of the running visit, once for each visit. */
export function markHere(): void {
  const here: Holder & { [MARKED]?: Visit } = globalThis;
  const visit = here[HERE];
  if (!visit || visit.ended.aborted || here[MARKED] === visit) return;
  here[MARKED] = visit;
  beginMarking(document, visit);
}

type Steps = Generator<undefined, void, void>;

/** Shows the dots that the background requests, until the visit ends. Adds them beside links and edits nothing else. */
function beginMarking(page: Document, visit: Visit): void {
  const { ended } = visit;
  const dots = new Map<Element, Dot>();
  let turn: AbortController | null = null;

  /** Works in slices. A later message from the background replaces the work that is not done yet. */
  const begin = (steps: Steps): void => {
    turn?.abort();
    const own = new AbortController();
    turn = own;
    const onDone = (): void => {
      if (turn === own) turn = null;
    };
    inSlices(steps, { signal: own.signal, timeout: 100, onDone, onBroken: clear });
  };
  function clear(): void {
    turn?.abort();
    turn = null;
    for (const dot of dots.values()) dot.remove();
    dots.clear();
  }

  function* show({ url, marks, words }: Marking): Steps {
    const due = byAnchor(visit, samePage(url, page.location.href) ? marks : []);
    for (const [anchor, dot] of dots)
      if (!due.has(anchor) || !dot.isBeside(anchor)) {
        dot.remove();
        dots.delete(anchor);
      }
    for (const [anchor, own] of due) {
      const dot = dots.get(anchor) ?? createDot(anchor);
      dots.set(anchor, dot);
      dot.show(own, words);
      yield;
    }
    yield* settle();
  }
  /** Moves each dot to a place where it covers nothing now. */
  function* settle(): Steps {
    for (const dot of dots.values()) {
      dot.settle();
      yield;
    }
  }

  const answer = (message: unknown, _sender: unknown, reply: (value: boolean) => void): undefined => {
    // Only the background sends messages to a page's script. So it is one of these.
    const telling = message as {
      [Name in TellingName]: { type: Name; tell: Tellings[Name]['tell'] };
    }[TellingName];
    if (telling.type === 'show-marks') {
      begin(show(telling.tell));
      reply(true);
    }
    if (telling.type === 'show-place')
      reply(
        pointAt(
          telling.tell.spots.map((spot) => elementAt(visit, spot)),
          ended,
        ),
      );
  };
  chrome.runtime.onMessage.addListener(answer);

  const resized = new ResizeObserver(() => {
    // All work ends with settling, so running work needs no restart.
    if (turn === null) begin(settle());
  });
  resized.observe(page.documentElement);
  // After a soft navigation, nothing is known of the next page until the background reports it.
  const onMove = (): void => {
    if (!samePage(url, page.location.href)) clear();
    url = page.location.href;
  };
  let url = page.location.href;
  onSoftNavigation(onMove, ended);
  ended.addEventListener('abort', () => {
    clear();
    resized.disconnect();
    chrome.runtime?.onMessage?.removeListener(answer);
  });
}

/** Where dots are due, and what each of them stands for. */
function byAnchor(visit: Visit, marks: readonly Mark[]): ReadonlyMap<Element, readonly Mark[]> {
  const due = new Map<Element, Mark[]>();
  for (const mark of marks) {
    const elements = mark.spots.flatMap((spot) => elementAt(visit, spot) ?? []);
    for (const anchor of new Set(elements.map(anchorOf)))
      if (anchor) due.set(anchor, [...(due.get(anchor) ?? []), mark]);
  }
  return due;
}

/** The element that showed this, if it was last seen to show the same. The background knows links in unwrapped form. */
function elementAt(visit: Visit, { place, link }: Spot): Element | null {
  const { scan, elements } = visit.seen() ?? {};
  const [element, sighting] = [elements?.[place], scan?.sightings[place]];
  if (!element?.isConnected || !sighting) return null;
  return (sighting.link && unwrap(sighting.link)) === link ? element : null;
}
