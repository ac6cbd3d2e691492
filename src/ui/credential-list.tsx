import type { VNode } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Row } from '../item.ts';
import { groupOf, isCounted, needsGrant } from '../present/groups.ts';
import { type RowView, withinWords } from '../present/row.ts';
import { keyOf } from '../present/sentence.ts';
import { summaryView } from '../present/summary.ts';
import { isBusy, type PageState } from '../protocol.ts';
import { gapSentence } from '../report/gaps.ts';
import { AllowSites } from './allow-sites.tsx';
import { useRequest } from './asking.ts';
import { CredentialRow } from './credential-row.tsx';
import { useFocusPassedOn } from './focus-passed-on.ts';
import { Group } from './group.tsx';
import { KnownHolderForm } from './known-holder-form.tsx';
import { LaterCard, loadCard } from './later-card.tsx';
import { useHeldGroups, useListedRows, useViews } from './listed-rows.ts';
import { Offline } from './offline.tsx';
import type { PageWorld } from './page-world.ts';
import { PrintHead } from './print-head.tsx';
import { type Filter, Summary } from './summary.tsx';
import { TakeAlong } from './take-along.tsx';
import { useSay } from './voice.ts';

interface CredentialListProps {
  readonly world: PageWorld;
  readonly state: PageState;
  /** The reader asked for every one of the rows, so the rows need not say so. */
  readonly alone?: boolean;
  /** The rows as somebody else would see them. They are drawn, and never taken along: what was found is. */
  readonly seen?: readonly Row[];
}

/** The page's credentials: the summary, what waits for the reader's OK, and the rows in their groups. */
export function CredentialList({ world, state, alone = false, seen = state.rows }: CredentialListProps) {
  const say = useSay();
  const request = useRequest();
  const onPage = { alone, person: state.person ?? null };
  const rows = useListedRows(seen, onPage);
  const viewOf = useViews(onPage);
  const drawn = seen === state.rows ? state : { ...state, rows: seen };
  const [opened, setOpened] = useOpened(seen);
  const [chosen, setChosen] = useState<Filter>(null);
  const busy = isBusy(state);
  // A card is ready when a row is opened. Until all have their answers, these have the processor.
  useEffect(() => {
    if (!busy) void loadCard();
  }, [busy]);
  // While a page is read again, its earlier answers stand and the summary keeps its counts.
  const isReadAgain = state.phase === 'scanning' && rows.every(({ verdict }) => verdict !== null);
  const settled = !busy || isReadAgain;
  const summary = summaryView(rows, say, onPage.person);
  const counted = rows.filter(isCounted);
  const inGroup = counted.filter((row) => groupOf(row) === chosen);
  // A group that has emptied since it was chosen narrows nothing any more.
  const filter = inGroup.length === 0 ? null : chosen;
  const shown = filter === null ? counted : inGroup;
  const groups = useHeldGroups(shown, { settled, held: opened.size > 0 });
  const toggle = useCallback((key: string): void => setOpened((keys) => toggled(keys, key)), [setOpened]);
  const closedRow = useClosedRows(toggle);
  return (
    <>
      <PrintHead state={state} />
      {filter !== null && (
        <p class="print-head">
          {say('ui_filtered', { count: shown.length, name: say(keyOf.group(filter)) })}
        </p>
      )}
      <div class="slab-foot">
        <Summary summary={summary} settled={settled} filter={filter} onFilter={setChosen} />
      </div>
      <p class="visually-hidden" role="status">
        {announcement(say, { busy, filter, count: shown.length, summary })}
      </p>
      {rows.some((row) => row.isOffline) && <Offline world={world} />}
      {state.wantedOrigins.length > 0 && (
        <AllowSites world={world} origins={state.wantedOrigins} waiting={rows.filter(needsGrant).length} />
      )}
      <NotListed state={state} />
      {rows
        .filter((row) => !isCounted(row))
        .map((row) => (
          <Nothing key={row.key} row={viewOf(row)} />
        ))}
      <h2 class="visually-hidden" tabIndex={-1} data-list-head="">
        {say('ui_list_label')}
      </h2>
      {groups.map((group) => (
        <Group
          key={group.id}
          group={group}
          viewOf={viewOf}
          alone={groups.length === 1}
          filtered={filter !== null}
        >
          {(listed) => {
            const row = viewOf(listed);
            if (!opened.has(listed.key)) return closedRow(row);
            const outer = rows.find(({ key }) => key === listed.within);
            return (
              <CredentialRow {...propsOf(row)} open onToggle={toggle}>
                <LaterCard
                  world={world}
                  state={drawn}
                  row={row}
                  container={outer === undefined ? null : withinWords(viewOf(outer), say)}
                />
              </CredentialRow>
            );
          }}
        </Group>
      ))}
      <KnownHolderForm world={world} state={state} />
      <footer class="foot">
        <TakeAlong world={world} state={state} settled={settled} />
        <button
          type="button"
          class="button"
          disabled={busy}
          onClick={() => void request('recheck', { tabId: world.tabId, key: null })}
        >
          {say('ui_recheck_all')}
        </button>
        <p>
          {say('ui_not_proof')} {say('ui_privacy_line')}
        </p>
      </footer>
    </>
  );
}

/**
 * The keys of the rows that are open. An answer may show that an open row is the record of an earlier one. Then that one
 * is open, and has the focus if it was in there.
 */
function useOpened(rows: readonly Row[]) {
  const state = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = state;
  useLayoutEffect(() => {
    const first = rows.find((row) => standsForAny(row, opened));
    if (first === undefined) return;
    setOpened((keys) =>
      new Set([...keys].filter((key) => !standsForAny(first, new Set([key])))).add(first.key),
    );
    if (document.activeElement === document.body) document.getElementById(`row-${first.key}`)?.focus();
  }, [rows, opened, setOpened]);
  return state;
}

const standsForAny = (row: Row, keys: ReadonlySet<string>): boolean =>
  row.state === 'checked' && (row.standsFor ?? []).some((key) => keys.has(key));

/** What of the page, or of what the reader asked about, stands in no row, or waits until they ask for it. */
function NotListed({ state: { tabId, unkept = [], beyond, left = 0 } }: { readonly state: PageState }) {
  const say = useSay();
  return (
    <>
      {unkept.length > 0 && (
        <p class="unread" role="status" data-unkept="">
          {gapSentence({ code: 'asked-not-kept', names: unkept }, say)}
        </p>
      )}
      {beyond !== undefined && (
        <p class="unread" role="status" data-beyond="">
          {gapSentence({ code: 'links-not-listed', count: beyond }, say)}
        </p>
      )}
      {left > 0 && <CheckRest tabId={tabId} left={left} />}
    </>
  );
}

function CheckRest({ tabId, left }: { readonly tabId: number; readonly left: number }) {
  const say = useSay();
  const request = useRequest();
  return (
    <section class="allow" ref={useFocusPassedOn()}>
      <button
        type="button"
        class="button"
        data-check-rest=""
        onClick={() => void request('check-rest', { tabId })}
      >
        {say('ui_check_rest', { count: left })}
      </button>
    </section>
  );
}

/** A closed row stays the same element as long as its view does. So it is not drawn again when others come or change. */
function useClosedRows(onToggle: (key: string) => void): (row: RowView) => VNode {
  const known = useMemo(() => new WeakMap<RowView, VNode>(), [onToggle]);
  return (row) => {
    const drawn = known.get(row) ?? <CredentialRow {...propsOf(row)} open={false} onToggle={onToggle} />;
    known.set(row, drawn);
    return drawn;
  };
}

const propsOf = (row: RowView) => ({
  key: row.key,
  row,
  id: `row-${row.key}`,
  explained: isExplained(row),
});

/** What the reader gave holds no credential. A sentence says so, and no row is shown. */
function Nothing({ row }: { readonly row: RowView }) {
  return (
    <p class="nothing" role="status" data-nothing="">
      <bdi>{row.title}</bdi>
      <span class="note">{row.verdict?.reason}</span>
    </p>
  );
}

/**
 * Words stand under a row where something needs a look. They also stand where the reader asked and there is no plain
 * answer. That the browser was offline is said once, above all rows.
 */
const isExplained = (row: RowView): boolean => {
  if (row.verdict?.code === 'offline') return false;
  const group = groupOf(row);
  return group === 'look' || (row.asked !== null && group !== 'confirmed');
};

interface Announced {
  readonly busy: boolean;
  readonly filter: Filter;
  readonly count: number;
  readonly summary: { readonly sentence: string; readonly checked: number; readonly total: number };
}

function announcement(say: ReturnType<typeof useSay>, { busy, filter, count, summary }: Announced): string {
  if (busy) return say('ui_checking_live');
  if (filter !== null) return say('ui_filtered', { count, name: say(keyOf.group(filter)) });
  return summary.sentence;
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}
