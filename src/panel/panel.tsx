import { useMemo, useState } from 'preact/hooks';
import { checkedAmong } from '../item.ts';
import { skillMatrix } from '../present/skill-matrix.ts';
import { stacks } from '../present/stacks.ts';
import { timeline } from '../present/timeline.ts';
import { type PageState, shownPhase } from '../protocol.ts';
import type { CheckedEntry } from '../report/checked.ts';
import { persistently, RequestContext } from '../ui/asking.ts';
import { CheckedTable } from '../ui/checked-table.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageContent } from '../ui/page-content.tsx';
import { type PageReading, usePageReading } from '../ui/page-reading.ts';
import type { PageWorld } from '../ui/page-world.ts';
import { SkillPicture } from '../ui/skill-picture.tsx';
import { Slab } from '../ui/slab.tsx';
import { StackPicture } from '../ui/stack-picture.tsx';
import { TimePicture } from '../ui/time-picture.tsx';
import { useSay, VoiceContext } from '../ui/voice.ts';
import { useWhileShown } from '../ui/while-shown.ts';
import type { PanelWorld } from './world.ts';

/** The popup's list beside the page, for the tab in view. Below it, what all credentials together show. */
export function Panel({ world }: { readonly world: PanelWorld }) {
  const [tabId, setTabId] = useState<number | null>(null);
  useWhileShown((signal) => world.follow(setTabId, signal), [world]);
  return (
    <VoiceContext.Provider value={world.voice}>
      {tabId !== null && <Tab key={tabId} world={world} tabId={tabId} />}
    </VoiceContext.Provider>
  );
}

function Tab({ world, tabId }: { readonly world: PanelWorld; readonly tabId: number }) {
  const page = useMemo(() => world.pageWorld(tabId), [world, tabId]);
  const request = useMemo(() => persistently(page.ask), [page]);
  const reading = usePageReading(page, request, null);
  const { state } = reading;
  return (
    <RequestContext.Provider value={request}>
      <Slab url={state?.url ?? null} onSettings={() => void world.openOptions()} />
      <main data-phase={state === null ? 'idle' : shownPhase(state)}>
        <Body page={page} reading={reading} />
        <Checked world={world} />
      </main>
    </RequestContext.Provider>
  );
}

/** What was checked before, here and elsewhere: for readers who keep a list of it. */
function Checked({ world }: { readonly world: PanelWorld }) {
  const say = useSay();
  const [entries, setEntries] = useState<readonly CheckedEntry[]>([]);
  useWhileShown((signal) => world.watchChecked(setEntries, signal), [world]);
  if (entries.length === 0) return null;
  return (
    <details class="checked-entries picture">
      <summary>
        {say('checked_title')} · {say('checked_count', { count: entries.length })}
      </summary>
      <CheckedTable entries={entries} />
    </details>
  );
}

interface BodyProps {
  readonly page: PageWorld;
  readonly reading: PageReading;
}

function Body({ page, reading: { state, broken, scan } }: BodyProps) {
  if (state === null) return <Notice kind={broken ? 'error' : 'idle'} onRetry={scan} />;
  return (
    <>
      <PageContent world={page} state={state} onRetry={scan} />
      {state.rows.length > 0 && <Pictures page={page} state={state} />}
    </>
  );
}

function Pictures({ page: { voice }, state }: { readonly page: PageWorld; readonly state: PageState }) {
  const say = useSay();
  const { frameworks, times, stacked } = useMemo(() => {
    const items = checkedAmong(state.rows);
    const now = Math.max(0, ...items.map(({ report }) => report.at));
    return {
      frameworks: skillMatrix(items, voice),
      times: timeline(items, now, voice),
      stacked: stacks(items, voice),
    };
  }, [state.rows, voice]);
  return (
    <>
      {frameworks.length > 0 && (
        <section class="picture" aria-labelledby="skills-title">
          <h2 id="skills-title">{say('panel_skills')}</h2>
          <SkillPicture frameworks={frameworks} />
        </section>
      )}
      {stacked.length > 0 && (
        <section class="picture" aria-labelledby="stacks-title">
          <h2 id="stacks-title">{say('panel_stacks')}</h2>
          <StackPicture stacks={stacked} />
        </section>
      )}
      {times !== null && (
        <section class="picture" aria-labelledby="times-title">
          <h2 id="times-title">{say('panel_times')}</h2>
          <TimePicture times={times} />
        </section>
      )}
    </>
  );
}
