import { type ComponentChildren, Fragment, type VNode } from 'preact';
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Row } from '../item.ts';
import {
  type GroupId,
  groupOf,
  groupRows,
  isCounted,
  needsGrant,
  type Placed,
  type RowGroup,
} from '../present/groups.ts';
import { isOffline, placeOf, type RowView, rowView, withinWords } from '../present/row.ts';
import { keyOf } from '../present/sentence.ts';
import { summaryView } from '../present/summary.ts';
import { isBusy, type PageState } from '../protocol.ts';
import { gapSentence } from '../report/gaps.ts';
import { AllowSites } from './allow-sites.tsx';
import { useRequest } from './asking.ts';
import { CredentialRow } from './credential-row.tsx';
import { GroupGlyph } from './glyph.tsx';
import { useGradually } from './gradually.ts';
import { KnownHolderForm } from './known-holder-form.tsx';
import { LaterCard, loadCard } from './later-card.tsx';
import { Offline } from './offline.tsx';
import type { PageWorld } from './page-world.ts';
import { PrintHead } from './print-head.tsx';
import { type Filter, Summary } from './summary.tsx';
import { TakeAlong } from './take-along.tsx';
import { useSay, VoiceContext } from './voice.ts';

interface CredentialListProps {
  readonly world: PageWorld;
  readonly state: PageState;
  /** The reader asked for every one of the rows, so the rows need not say so. */
  readonly alone?: boolean;
  /** The rows as somebody else would see them. They are drawn, and never taken along: what was found is. */
  readonly seen?: readonly Row[];
}

/** A row of the page in its place. Its words are made when it is drawn. */
interface ListedRow extends Placed {
  readonly row: Row;
  readonly isOffline: boolean;
}

/** The page's credentials: the summary, what waits for the reader's OK, and the rows in their groups. */
export function CredentialList({ world, state, alone = false, seen = state.rows }: CredentialListProps) {
  const say = useSay();
  const request = useRequest();
  const rows = useListedRows(seen, alone);
  const viewOf = useViews(alone);
  const drawn = seen === state.rows ? state : { ...state, rows: seen };
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [filter, setFilter] = useState<Filter>(null);
  const busy = isBusy(state);
  // A card is ready when a row is opened. Until all have their answers, these have the processor.
  useEffect(() => {
    if (!busy) void loadCard();
  }, [busy]);
  // While a page is read again, its earlier answers stand and the summary keeps its counts.
  const isReadAgain = state.phase === 'scanning' && rows.every(({ verdict }) => verdict !== null);
  const settled = !busy || isReadAgain;
  const summary = summaryView(rows, say, state.person ?? null);
  const counted = rows.filter(isCounted);
  const kept = counted.filter((row) => filter === null || groupOf(row) === filter);
  const shown = kept.length === 0 ? counted : kept;
  const groups = useHeldGroups(shown, { settled, held: opened.size > 0 });
  const toggle = useCallback((key: string): void => setOpened((keys) => toggled(keys, key)), []);
  const closedRow = useClosedRows(toggle);
  return (
    <>
      <PrintHead state={state} />
      {filter !== null && shown === kept && (
        <p class="print-head">
          {say('ui_filtered', { count: shown.length, name: say(keyOf.group(filter)) })}
        </p>
      )}
      <div class="slab-foot">
        <Summary summary={summary} settled={settled} filter={filter} onFilter={setFilter} />
      </div>
      <p class="visually-hidden" role="status">
        {announcement(say, { busy, filter, count: shown.length, summary })}
      </p>
      {rows.some((row) => row.isOffline) && <Offline world={world} />}
      {state.wantedOrigins.length > 0 && (
        <AllowSites world={world} origins={state.wantedOrigins} waiting={rows.filter(needsGrant).length} />
      )}
      {state.unkept !== undefined && state.unkept.length > 0 && (
        <p class="unread" role="status" data-unkept="">
          {gapSentence({ code: 'asked-not-kept', names: state.unkept }, say)}
        </p>
      )}
      {state.beyond !== undefined && (
        <p class="unread" role="status" data-beyond="">
          {say('ui_beyond', { count: state.beyond })}
        </p>
      )}
      {state.left !== undefined && state.left > 0 && (
        <section class="allow">
          <button
            type="button"
            class="button"
            data-check-rest=""
            onClick={() => void request('check-rest', { tabId: state.tabId })}
          >
            {say('ui_check_rest', { count: state.left })}
          </button>
        </section>
      )}
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

/** Rows that did not change stay the same objects. */
function useListedRows(rows: readonly Row[], alone: boolean): readonly ListedRow[] {
  const known = useMemo(() => new WeakMap<object, ListedRow>(), [alone]);
  return useMemo(
    () =>
      rows.map((row) => {
        const listed = known.get(row) ?? {
          ...placeOf(row),
          ...(alone && { asked: null }),
          row,
          isOffline: isOffline(row),
        };
        known.set(row, listed);
        return listed;
      }),
    [rows, known],
  );
}

/** A row's view is made when it is first drawn, and once, however often the other rows change. */
function useViews(alone: boolean): (listed: ListedRow) => RowView {
  const { say, dates } = useContext(VoiceContext);
  const known = useMemo(() => new WeakMap<object, RowView>(), [say, dates, alone]);
  return ({ row }) => {
    const view = known.get(row) ?? { ...rowView(row, say, dates), ...(alone && { asked: null }) };
    known.set(row, view);
    return view;
  };
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

/** Groups whose heading alone could sound better or worse than it is. */
const HINTED: readonly GroupId[] = ['confirmed', 'unknown', 'unchecked', 'waiting'];

/** Readers want to know which these are, also where the group is folded. */
const NAMED: readonly GroupId[] = ['confirmed', 'unknown'];
const MAX_TITLES = 12;

/** The titles in a folded group, so that its heading alone says which credentials stand in it. */
const GroupNames = ({ group: { rows }, viewOf }: Pick<GroupProps, 'group' | 'viewOf'>) => (
  <span class="group-names">
    {rows.slice(0, MAX_TITLES).map((row, index) => (
      <Fragment key={row.key}>
        {index > 0 && ' · '}
        <bdi>{viewOf(row).title}</bdi>
      </Fragment>
    ))}
    {rows.length > MAX_TITLES && ' …'}
  </span>
);

interface GroupProps {
  readonly group: RowGroup<ListedRow>;
  readonly viewOf: (row: ListedRow) => RowView;
  /** A single group needs no heading to fold it by. */
  readonly alone: boolean;
  readonly filtered: boolean;
  readonly children: (row: ListedRow) => ComponentChildren;
}

function Group({ group, viewOf, alone, filtered, children }: GroupProps) {
  const say = useSay();
  const drawn = useGradually(group.rows.length);
  const [touched, setTouched] = useState<boolean | null>(null);
  const open = touched ?? (group.isOpen || alone || filtered);
  // While the page is being checked, rows that have their answers stand among those that have not.
  const counted = group.id === 'checking' ? group.rows.filter(({ verdict }) => verdict === null) : group.rows;
  return (
    <details
      class="group"
      data-group={group.id}
      open={open}
      onToggle={({ currentTarget }) => currentTarget.open !== open && setTouched(currentTarget.open)}
    >
      <summary>
        <span class="group-glyph">
          <GroupGlyph group={group.id} size={14} />
        </span>
        <span>
          <span class="group-title">{say(keyOf.group(group.id))}</span>{' '}
          <span class="group-count">{counted.length}</span>{' '}
          {HINTED.includes(group.id) && <span class="group-hint">{say(keyOf.groupHint(group.id))}</span>}
          {!open && NAMED.includes(group.id) && <GroupNames group={group} viewOf={viewOf} />}
        </span>
      </summary>
      <ul class="plain rows">{group.rows.slice(0, drawn).map(children)}</ul>
    </details>
  );
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}

/**
 * Page order while rows are being checked, groups once they are done. Rows never move after the reader has opened one.
 */
function useHeldGroups(
  rows: readonly ListedRow[],
  { settled, held }: { readonly settled: boolean; readonly held: boolean },
): readonly RowGroup<ListedRow>[] {
  const last = useRef<readonly RowGroup<ListedRow>[]>([]);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const kept = last.current.map(({ rows: own, ...group }) => ({
    ...group,
    rows: own.flatMap(({ key }) => byKey.get(key) ?? []),
  }));
  const isKept = held && kept.reduce((sum, group) => sum + group.rows.length, 0) === rows.length;
  if (isKept) last.current = kept;
  else if (settled) last.current = groupRows(rows);
  else last.current = [{ id: 'checking', rows, isOpen: true }];
  return last.current;
}
