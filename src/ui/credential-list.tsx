import { useContext, useMemo, useRef, useState } from 'preact/hooks';
import { safeLink } from '../present/address.ts';
import { card } from '../present/card.ts';
import { orderByAttention } from '../present/order.ts';
import { type RowView, rowView } from '../present/row.ts';
import { isCounted, summaryView } from '../present/summary.ts';
import { isBusy, type PageState } from '../protocol.ts';
import { AllowSites } from './allow-sites.tsx';
import { useRequest } from './asking.ts';
import { CredentialCard } from './credential-card.tsx';
import { CredentialRow } from './credential-row.tsx';
import { KnownHolderForm } from './known-holder-form.tsx';
import { OutLink } from './out-link.tsx';
import type { PageWorld } from './page-world.ts';
import { type Filter, Summary } from './summary.tsx';
import { useSay, VoiceContext } from './voice.ts';

interface CredentialListProps {
  readonly world: PageWorld;
  readonly state: PageState;
  /** The reader asked for every one of the rows: they need not say so. */
  readonly alone?: boolean;
}

/** The page's credentials: the glance, what waits for a permission, and the rows. */
export function CredentialList({ world, state, alone = false }: CredentialListProps) {
  const say = useSay();
  const request = useRequest();
  const voice = useContext(VoiceContext);
  const rows = useMemo(
    () =>
      state.rows.map((row) => {
        const view = rowView(row, voice.say, voice.dates);
        return alone ? { ...view, asked: null } : view;
      }),
    [state.rows, voice, alone],
  );
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [filter, setFilter] = useState<Filter>(null);
  const busy = isBusy(state);
  // While a page that was read before is read again, its answers stand: the list keeps its order and its bar.
  const isReadAgain = state.phase === 'scanning' && rows.every(({ verdict }) => verdict !== null);
  const settled = !busy || isReadAgain;
  const ordered = useOrder(rows, { settled, held: opened.size > 0 });
  const summary = summaryView(rows, say);
  const shown = ordered.filter(
    (row) => filter === null || (row.verdict?.standing === filter && isCounted(row)),
  );
  const toggle = (key: string): void => setOpened(toggled(opened, key));
  return (
    <>
      <div class="slab-foot">
        <Summary summary={summary} settled={settled} filter={filter} onFilter={setFilter} />
      </div>
      <p class="visually-hidden" role="status">
        {busy ? say('ui_scanning') : summary.sentence}
      </p>
      {state.wantedOrigins.length > 0 && <AllowSites world={world} origins={state.wantedOrigins} />}
      <KnownHolderForm world={world} />
      <h2 class="visually-hidden">{say('ui_list_label')}</h2>
      <ul class="plain rows">
        {(shown.length === 0 ? ordered : shown).map((row, index) => (
          <CredentialRow
            key={row.key}
            row={row}
            id={`row-${index}`}
            open={opened.has(row.key)}
            onToggle={toggle}
          >
            <OpenCard world={world} state={state} row={row} rows={rows} />
          </CredentialRow>
        ))}
      </ul>
      <footer class="foot">
        <p>{say('ui_privacy_line')}</p>
        <button
          type="button"
          class="button"
          disabled={busy}
          onClick={() => void request('recheck', { tabId: world.tabId, key: null })}
        >
          {say('ui_recheck_all')}
        </button>
      </footer>
    </>
  );
}

interface OpenCardProps extends Omit<CredentialListProps, 'alone'> {
  readonly row: RowView;
  readonly rows: readonly RowView[];
}

function OpenCard({ world, state, row, rows }: OpenCardProps) {
  const say = useSay();
  const request = useRequest();
  const { dates } = useContext(VoiceContext);
  const item = state.rows.find(({ key }) => key === row.key);
  if (item?.state !== 'checked') return null;
  const view = card(item, say, dates);
  const page = safeLink(row.link);
  return (
    <CredentialCard
      card={view}
      container={rows.find(({ key }) => key === row.within)?.title ?? null}
      actions={
        <>
          {view.advice !== null && view.advice.origins.length > 0 && (
            <AllowSites world={world} origins={view.advice.origins} compact />
          )}
          {item.verdict.reason === 'short-link' && item.link !== null && (
            <FollowLink world={world} link={item.link} />
          )}
          <button
            type="button"
            class="button"
            onClick={() => void request('recheck', { tabId: world.tabId, key: row.key })}
          >
            {say('ui_recheck')}
          </button>
          {page !== null && (
            <OutLink class="button" href={page}>
              {say('ui_open_link')}
            </OutLink>
          )}
        </>
      }
    />
  );
}

/** A short link is opened by nobody but the reader. */
function FollowLink({ world, link }: { readonly world: PageWorld; readonly link: string }) {
  const say = useSay();
  const request = useRequest();
  const follow = () => request('check-asked', { tabId: world.tabId, asked: [{ kind: 'link', link }] });
  return (
    <button type="button" class="button button-main" data-follow="" onClick={() => void follow()}>
      {say('ui_follow')}
    </button>
  );
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}

/**
 * Page order while rows are being checked, order of attention once they are done; but rows never move under a reader
 * who has opened one.
 */
function useOrder(
  rows: readonly RowView[],
  { settled, held }: { readonly settled: boolean; readonly held: boolean },
): readonly RowView[] {
  const last = useRef<readonly string[]>([]);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const kept = last.current.flatMap((key) => byKey.get(key) ?? []);
  const ordered = held && kept.length === rows.length ? kept : settled ? orderByAttention(rows) : rows;
  last.current = ordered.map(({ key }) => key);
  return ordered;
}
