/** What each event makes of the page of a tab, and which candidates are to be checked then. Pure. */
import { standInsAmong } from '../inspect/each-once.ts';
import type { Row } from '../item.ts';
import { withoutSecrets } from '../present/address.ts';
import { cutText } from '../present/brief.ts';
import { type PageState, samePage } from '../protocol.ts';
import { type Asked, askedCandidates } from '../recognise/asked.ts';
import type { Candidate } from '../recognise/candidate.ts';
import { personOf } from '../site/person.ts';
import type { PageScan } from '../site/sighting.ts';
import { candidatesIn, keepAsked, type Recognise } from './candidates.ts';
import type { Page, PageSource, SourcedPage } from './page.ts';
import { withinRowLimit } from './row-limit.ts';
import {
  byOwner,
  hasAnswer,
  isLeft,
  isOutdated,
  ownerOf,
  type RowsByOwner,
  rootOf,
  sameSighting,
  waitingRows,
  wantedOrigins,
} from './rows.ts';
import { sameData } from './same-data.ts';

export interface PageChange {
  readonly page: Page;
  /** All candidates of the page, in its order. */
  readonly candidates: readonly Candidate[];
  /** Those of them that are to be checked now. */
  readonly due: readonly Candidate[];
}

/** A page that shows something for the first time, or again. */
interface Showing extends Pick<PageScan, 'url' | 'title' | 'names'> {
  readonly tabId: number;
  readonly now: number;
}

/** The page's script has read the page. Answers about what it saw before stand. */
export function pageAfterScan(
  stored: Page | null,
  seen: PageScan,
  {
    tabId,
    now,
    recognise,
    isRunning,
  }: {
    readonly tabId: number;
    readonly now: number;
    readonly recognise: Recognise;
    /** Whether the same sighting is being checked already. */
    readonly isRunning: (candidate: Candidate) => boolean;
  },
): PageChange {
  const { scan, beyond } = withinRowLimit(seen);
  const before = ifShowing(scan.url, stored);
  const asked = before?.source?.asked ?? [];
  const candidates = candidatesIn({ scan, pending: [], asked }, recognise);
  const standing = standingRows(before, candidates, { recognise, now });
  const open = candidates.filter(({ key }) => !standing.has(key));
  const rows = candidates.flatMap((each) => standing.get(each.key) ?? waitingRows(each));
  const state: PageState = {
    ...blankState({ ...scan, tabId, now: before?.state.startedAt ?? now }),
    ...(before?.state.unkept !== undefined && { unkept: before.state.unkept }),
    ...(scan.unreadList !== undefined && { unreadList: scan.unreadList }),
    ...(beyond > 0 && { beyond }),
  };
  const pending = open.map(({ key }) => key);
  const known = before?.source?.scan;
  return {
    page: pageWith(state, rows, {
      // The same object where nothing changed, so it is not written again.
      scan: sameData(known, scan) && known !== undefined ? known : scan,
      pending,
      ...(asked.length > 0 && { asked }),
    }),
    candidates,
    due: open.filter((each) => !isRunning(each)),
  };
}

/** The reader points at something. It waits beside what the page shows. */
export function pageAfterAsking(
  stored: Page | null,
  asked: readonly Asked[],
  { recognise, ...showing }: Showing & { readonly recognise: Recognise },
): PageChange {
  const { url, title } = showing;
  const before = ifShowing(url, stored);
  const source = before?.source ?? { scan: { ...NOTHING_SEEN, url, title }, pending: [] };
  const { kept, dropped } = keepAsked(source.asked ?? [], asked);
  const candidates = candidatesIn({ ...source, asked: kept }, recognise);
  const wanted = new Set(asked.flatMap((each) => askedCandidates(each)).map(({ key }) => key));
  const due = candidates.filter(({ key }) => wanted.has(key));
  const given = new Set(asked.map(nameOf));
  const missing = (before?.state.unkept ?? []).filter((name) => !given.has(name));
  const unkept = [...new Set([...missing, ...dropped.map(nameOf)])];
  const state = { ...(before?.state ?? blankState(showing)), unkept };
  const page = waitingFor(due, { state, source: { ...source, asked: kept } }, candidates);
  return { page, candidates, due };
}

/** The name by which a reader knows what they asked about. */
function nameOf(asked: Asked): string {
  return cutText(fullNameOf(asked), MAX_NAME_CHARACTERS);
}
const MAX_NAME_CHARACTERS = 60;

function fullNameOf(asked: Asked): string {
  if (asked.kind === 'file') return asked.name;
  return asked.kind === 'text' ? asked.text : withoutSecrets(asked.link).replace(/^https?:\/\//, '');
}

/** What is known of a candidate when it is decided whether it is checked again. */
interface Known {
  readonly key: string;
  readonly speculative: boolean;
  readonly rows: readonly Row[];
  /** The rows under which they are shown, by their keys. */
  readonly shownAs: readonly string[];
  /** It has no answer yet. */
  readonly isPending: boolean;
}

/** Which candidates of a stored page are checked again, and how. */
export interface Wanted {
  readonly isDue: (candidate: Known) => boolean;
  /** Whether the rows show that they are being checked. */
  readonly isShown: boolean;
  /** The reader asks for these: they count against no budget. */
  readonly isAsked?: boolean;
}

/** Some of what the page shows is checked again. */
export function pageAgain(
  stored: SourcedPage,
  candidates: readonly Candidate[],
  { isDue, isShown, isAsked = false }: Wanted,
): {
  readonly page: Page;
  readonly due: readonly Candidate[];
  /** Those of them that count against no budget. */
  readonly free: readonly Candidate[];
  /** Whether old answers have gone that only another reading of the page can replace. */
  readonly isLost: boolean;
} {
  const { state, source } = stored;
  const shown = byOwner(state.rows, candidates);
  const rowsOf = ({ key }: Candidate): readonly Row[] => shown.get(key) ?? [];
  const pending = new Set(source.pending);
  const standIns = standInsAmong(state.rows);
  const knownOf = (key: string, speculative: boolean, rows: readonly Row[]): Known => ({
    key,
    speculative,
    rows,
    shownAs: rows.map((row) => standIns.get(row.key) ?? row.key),
    isPending: pending.has(key),
  });
  const due = candidates.filter((each) => isDue(knownOf(each.key, each.speculative, rowsOf(each))));
  // Nobody can ask about these without reading the page, and their old answers must not stand.
  const unread = unasked(state.rows, candidates, source);
  const roots = unread.map(({ key }) => ({ key: rootOf(key) }));
  const lost = new Set(
    [...byOwner(unread, roots)].flatMap(([key, rows]) => (isDue(knownOf(key, false, rows)) ? rows : [])),
  );
  const kept =
    lost.size > 0
      ? { source, state: { ...state, rows: state.rows.filter((row) => !lost.has(row)) } }
      : stored;
  return {
    page: isShown ? waitingFor(due, kept, candidates) : kept,
    due,
    // What has an answer was looked up before, perhaps by a worker whose budget nobody knows any more.
    free: due.filter((each) => isAsked || rowsOf(each).some(hasAnswer)),
    isLost: lost.size > 0,
  };
}

/** The page with these candidates shown as being checked. */
function waitingFor(
  due: readonly Candidate[],
  { state, source }: SourcedPage,
  candidates: readonly Candidate[],
): Page {
  const picked = new Set(due.map(({ key }) => key));
  const shown = byOwner(state.rows, candidates);
  const standIns = standInsAmong(state.rows);
  const rows = candidates.flatMap((each) => {
    const its = shown.get(each.key) ?? [];
    if (!picked.has(each.key)) return its;
    const isHidden = its.every(({ key }) => standIns.has(key));
    return waitingRows(each, isHidden ? standIns.get(its[0]?.key ?? '') : undefined);
  });
  return pageWith(state, [...rows, ...unasked(state.rows, candidates, source)], {
    ...source,
    pending: [...new Set([...source.pending, ...picked])],
  });
}

/**
 * The page with these answers in place of the rows of their candidates. An answer knows where its candidate stood when
 * it was asked about; the page may have been read again since, and a place is where a dot goes.
 */
export function pageWithAnswers(
  answers: RowsByOwner,
  { state, source }: SourcedPage,
  candidates: readonly Candidate[],
): Page {
  const shown = byOwner(state.rows, candidates);
  const rows = candidates.flatMap(
    ({ key, places }) => answers.get(key)?.map((row) => rowAt(places, row)) ?? shown.get(key) ?? [],
  );
  return pageWith(state, [...rows, ...unasked(state.rows, candidates, source)], {
    ...source,
    pending: source.pending.filter((key) => !answers.has(key)),
  });
}

/**
 * Rows of texts that were too long to be kept (lighten.ts). A worker that has not read the page cannot ask about them;
 * their answers stand until the page is read again.
 */
const unasked = (
  rows: readonly Row[],
  candidates: readonly Candidate[],
  { cut }: PageSource,
): readonly Row[] => {
  if (cut !== true) return [];
  const keys = new Set(candidates.map(({ key }) => key));
  return rows.filter((row) => ownerOf(row.key, keys) === null);
};

/** The rows of the candidates that were seen in the same way before and have an answer that still counts. */
function standingRows(
  before: Page | null,
  candidates: readonly Candidate[],
  { recognise, now }: { readonly recognise: Recognise; readonly now: number },
): RowsByOwner {
  if (!before?.source) return new Map();
  const pending = new Set(before.source.pending);
  const seen = candidatesIn(before.source, recognise);
  const settled = new Map(seen.filter(({ key }) => !pending.has(key)).map((each) => [each.key, each]));
  const all = new Set(seen.map(({ key }) => key));
  const unkept = before.source.cut ? candidates.filter(({ key }) => !all.has(key)) : [];
  const shown = byOwner(before.state.rows, [...seen, ...unkept]);
  /** The key of an embedded text names the text. So an answer to a text that was not kept is known by its row. */
  const isAnswered = ({ key, document, claim }: Candidate): boolean => {
    const [row] = shown.get(key) ?? [];
    return document !== null && !pending.has(key) && row?.state === 'checked' && sameData(row.claim, claim);
  };
  const answered = new Set(unkept.filter(isAnswered).map(({ key }) => key));
  return new Map(
    candidates.flatMap((each) => {
      const known = settled.get(each.key);
      const isKnown = known === undefined ? answered.has(each.key) : sameSighting(known, each);
      const stands = isKnown && !shown.get(each.key)?.some((row) => isOutdated(row, now));
      return stands ? [[each.key, (shown.get(each.key) ?? []).map((row) => rowAt(each.places, row))]] : [];
    }),
  );
}

/** A row that stands where it stood is the same object, so it is not written again. */
const rowAt = (places: readonly number[], row: Row): Row =>
  sameData(row.places, places) ? row : { ...row, places };

/** What is stored of a tab, where it is this page and not the one before it. */
const ifShowing = (url: string, stored: Page | null): Page | null =>
  stored !== null && samePage(stored.state.url, url) ? stored : null;

const blankState = ({ tabId, url, title, names, now }: Showing): PageState => ({
  tabId,
  url,
  title,
  person: personOf({ url, title, ...(names && { names }) }),
  phase: 'checking',
  startedAt: now,
  rows: [],
  wantedOrigins: [],
});

/** The source of a page that nobody has read yet. */
const NOTHING_SEEN = { language: null, sightings: [] } as const;

/**
 * A page with these rows and with what is still to be settled. What is to be settled decides the phase, except while
 * the page is being scanned or cannot be read.
 */
const pageWith = (state: PageState, rows: readonly Row[], source: PageSource): Page => ({
  source,
  state: {
    ...state,
    rows,
    wantedOrigins: wantedOrigins(rows),
    left: rows.filter(isLeft).length,
    phase: phaseWith(state.phase, source),
  },
});

function phaseWith(phase: PageState['phase'], { pending }: PageSource): PageState['phase'] {
  if (phase === 'scanning' || phase === 'not-readable') return phase;
  return pending.length > 0 ? 'checking' : 'done';
}
