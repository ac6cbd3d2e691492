import { useMemo } from 'preact/hooks';
import { type PagePhase, shownPhase } from '../protocol.ts';
import { persistently, RequestContext } from '../ui/asking.ts';
import { Notice } from '../ui/notice.tsx';
import { PageContent } from '../ui/page-content.tsx';
import { type PageReading, usePageReading } from '../ui/page-reading.ts';
import { Slab } from '../ui/slab.tsx';
import { useSay, VoiceContext } from '../ui/voice.ts';
import type { PopupWorld } from './world.ts';

/** The popup: the credentials on the page in view, and which of them hold. */
export function Popup({ world }: { readonly world: PopupWorld }) {
  const request = useMemo(() => persistently(world.ask), [world]);
  const page = usePageReading(world, request, world.heard);
  return (
    <VoiceContext.Provider value={world.voice}>
      <RequestContext.Provider value={request}>
        <Slab url={page.state?.url ?? null} onSettings={() => void world.openOptions()} />
        <main data-phase={phaseOf(page)}>
          <Body world={world} page={page} />
        </main>
        <Foot world={world} />
      </RequestContext.Provider>
    </VoiceContext.Provider>
  );
}

function phaseOf({ state, left }: PageReading): PagePhase | 'idle' {
  if (state !== null) return shownPhase(state);
  return left ? 'idle' : 'scanning';
}

function Body({ world, page }: { readonly world: PopupWorld; readonly page: PageReading }) {
  const { state, broken, left, scan } = page;
  if (broken && state === null) return <Notice kind="error" onRetry={scan} />;
  if (left) return <Notice kind="idle" onRetry={scan} />;
  if (state === null) return <Notice kind="scanning" />;
  return <PageContent world={world} state={state} onRetry={scan} />;
}

/** Leads to what is not on the page. */
function Foot({ world }: { readonly world: PopupWorld }) {
  const say = useSay();
  return (
    <footer class="foot popup-foot">
      <button type="button" class="button button-quiet" data-panel="" onClick={() => void world.openPanel()}>
        {say('ui_open_panel')}
      </button>
      <button
        type="button"
        class="button button-quiet"
        data-preview=""
        onClick={() => void world.openPreview()}
      >
        {say('ui_preview')}
      </button>
    </footer>
  );
}
