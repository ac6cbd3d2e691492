import { eachOnce } from '../inspect/each-once.ts';
import type { Item, Row } from '../item.ts';
import { rowView } from '../present/row.ts';
import type { PageVoice } from '../present/sentence.ts';
import type { Mark, Marking, Spot, TellingName, Tellings } from '../protocol.ts';
import type { Standing } from '../verify/report.ts';
import type { Page } from './page.ts';

/**
 * A page with more marks than this is a list of other people's badges. There dots add nothing to the popup. What needs a
 * look stays: at a link that leads to many credentials, the dot must not speak for the good ones alone.
 */
const MAX_MARKS = 200;

/** Where several credentials stand at one link, the dot shows the one that most needs a look. */
const ORDER: readonly Standing[] = ['failed', 'caution', 'inconclusive', 'unrecognised', 'verified'];

export interface MarkersPorts {
  readonly read: (tabId: number) => Promise<Page | null>;
  /** Whether the reader has switched on the dots for the site of this address. */
  readonly isMarked: (url: string) => Promise<boolean>;
  readonly voice: () => Promise<PageVoice>;
  /** Sends a message to the tab's marking script; null where there is none. */
  readonly tell: <Name extends TellingName>(
    tabId: number,
    name: Name,
    payload: Tellings[Name]['tell'],
  ) => Promise<Tellings[Name]['answer'] | null>;
  /** Runs the marking script in the tab. Rejects where the browser allows no script. */
  readonly run: (tabId: number) => Promise<void>;
}

export interface Markers {
  /** The state of the tab's page has changed. */
  changed(tabId: number): Promise<void>;
  /** The reader has switched dots on or off for a site. Dots that are no longer wanted go at once. */
  switched(tabId: number): Promise<void>;
  /** Scrolls the page to the place that shows this row. Answers whether the page still shows it. */
  show(tabId: number, key: string): Promise<boolean>;
}

/**
 * Tells pages which dots to show. Only what a dot shows leaves the background, and only for sites that were switched
 * on.
 */
export function createMarkers({ read, isMarked, voice, tell, run }: MarkersPorts): Markers {
  const turns = new Map<number, Promise<void>>();
  const waiting = new Set<number>();

  /** Tells the script that runs in the tab; runs it first where there is none. */
  const tellRunning: MarkersPorts['tell'] = async (tabId, name, payload) => {
    const answer = await tell(tabId, name, payload);
    if (answer !== null) return answer;
    const runs = await run(tabId).then(
      () => true,
      () => false,
    );
    return runs ? tell(tabId, name, payload) : null;
  };

  const mark = async (tabId: number): Promise<void> => {
    const page = await read(tabId);
    if (page === null || !(await isMarked(page.state.url))) return;
    await tellRunning(tabId, 'show-marks', markingOf(page, await voice()));
  };

  /** One message to a tab at a time. All changes that come meanwhile become one more message. */
  const changed = (tabId: number): Promise<void> => {
    const running = turns.get(tabId);
    if (running && waiting.has(tabId)) return running;
    if (running) waiting.add(tabId);
    const turn = (running ?? Promise.resolve()).then(() => {
      waiting.delete(tabId);
      return mark(tabId);
    });
    turns.set(tabId, turn);
    const done = (): void => {
      if (turns.get(tabId) === turn) turns.delete(tabId);
    };
    turn.then(done, done);
    return turn;
  };

  return {
    changed,
    async switched(tabId) {
      const page = await read(tabId);
      if (page === null) return;
      if (await isMarked(page.state.url)) return changed(tabId);
      await tell(tabId, 'show-marks', { url: page.state.url, marks: [], words: wordsOf(await voice()) });
    },
    async show(tabId, key) {
      const page = await read(tabId);
      const row = eachOnce(page?.state.rows ?? []).find((each) => each.key === key);
      if (!page || !row) return false;
      return (await tellRunning(tabId, 'show-place', { spots: spotsOf(page)(row.places) })) === true;
    },
  };
}

function markingOf(page: Page, voice: PageVoice): Marking {
  const { person = null } = page.state;
  const spots = spotsOf(page);
  const linked = page.state.rows.flatMap((row) => {
    const own = row.state === 'checked' ? spots(row.places).filter(({ link }) => link !== null) : [];
    return row.state === 'checked' && own.length > 0 ? [{ row, spots: own }] : [];
  });
  // Only those that are shown are put into words: this is done again with every answer.
  const shown = linked.sort((one, other) => rankOf(one.row) - rankOf(other.row)).slice(0, MAX_MARKS);
  return {
    url: page.state.url,
    marks: shown.flatMap(({ row, spots: own }) => markOf(row, { spots: own, person }, voice)),
    words: wordsOf(voice),
  };
}

const rankOf = ({ verdict }: Item): number => ORDER.indexOf(verdict.standing);

const wordsOf = ({ say, language, direction }: PageVoice): Marking['words'] => ({
  sure: say('marker_sure'),
  close: say('marker_close'),
  language,
  direction,
});

interface OnPage {
  readonly spots: readonly Spot[];
  /** The person that the page is about. */
  readonly person: string | null;
}

function markOf(row: Row, { spots, person }: OnPage, { say, dates }: PageVoice): readonly Mark[] {
  const { title, issuer, verdict, whose } = rowView(row, say, dates, person);
  if (verdict === null) return [];
  const { status, standing, statusWord, standingWord } = verdict;
  const reason = [verdict.reason, whose].filter((each) => each !== null).join(' ') || null;
  const label = say('marker_label', { status: statusWord, title });
  return [{ spots, status, standing, title, issuer, statusWord, standingWord, reason, label }];
}

/** Places with the links that stood there. If the page has changed since, something else may stand at a place. */
function spotsOf({ source }: Page): (places: readonly number[]) => readonly Spot[] {
  const links = new Map(source?.scan.sightings.map(({ place, link }) => [place, link]));
  return (places) =>
    places.flatMap((place) => {
      const link = links.get(place);
      return link === undefined ? [] : [{ place, link }];
    });
}
