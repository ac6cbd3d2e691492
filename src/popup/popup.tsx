import { useMemo } from 'preact/hooks';
import { hostOf } from '../present/address.ts';
import { shownPhase } from '../protocol.ts';
import { persistently, RequestContext } from '../ui/asking.ts';
import { CredentialList } from '../ui/credential-list.tsx';
import { Gear } from '../ui/glyph.tsx';
import { Mark } from '../ui/mark.tsx';
import { useSay, VoiceContext } from '../ui/voice.ts';
import { Notice } from './notice.tsx';
import { type Page, usePage } from './page-state.ts';
import type { PopupWorld } from './world.ts';

/** The popup: what is on the page in view, and what holds. */
export function Popup({ world }: { readonly world: PopupWorld }) {
  const request = useMemo(() => persistently(world.ask), [world]);
  const page = usePage(world, request);
  return (
    <VoiceContext.Provider value={world.voice}>
      <RequestContext.Provider value={request}>
        <Slab world={world} url={page.state?.url ?? null} />
        <main data-phase={page.state === null ? 'scanning' : shownPhase(page.state)}>
          <Body world={world} page={page} />
        </main>
        <Foot world={world} />
      </RequestContext.Provider>
    </VoiceContext.Provider>
  );
}

function Body({ world, page }: { readonly world: PopupWorld; readonly page: Page }) {
  const say = useSay();
  const { state, broken, scan } = page;
  if (broken && state === null) return <Notice kind="error" onRetry={scan} />;
  if (state?.phase === 'not-readable' && state.rows.length === 0)
    return <Notice kind="unreadable" reason={state.notReadable} />;
  if (state === null || state.rows.length === 0) {
    return state?.phase === 'done' ? <Notice kind="empty" onRetry={scan} /> : <Notice kind="scanning" />;
  }
  return (
    <>
      {state.phase === 'not-readable' && (
        <p class="unread">{say(`ui_unreadable_${state.notReadable?.replaceAll('-', '_')}`)}</p>
      )}
      <CredentialList world={world} state={state} />
    </>
  );
}

/** The way to what is not on the page. */
function Foot({ world }: { readonly world: PopupWorld }) {
  const say = useSay();
  return (
    <footer class="foot popup-foot">
      <button type="button" class="button" data-preview="" onClick={() => void world.openPreview()}>
        {say('ui_preview')}
      </button>
    </footer>
  );
}

function Slab({ world, url }: { readonly world: PopupWorld; readonly url: string | null }) {
  const say = useSay();
  const host = hostOf(url);
  return (
    <header class="slab">
      <Mark />
      <h1>
        {say('appShortName')}
        {host !== null && (
          <span class="slab-host">
            {' '}
            <bdi dir="ltr">{host}</bdi>
          </span>
        )}
      </h1>
      <button
        type="button"
        class="slab-button"
        aria-label={say('ui_settings')}
        title={say('ui_settings')}
        onClick={() => void world.openOptions()}
      >
        <Gear />
      </button>
    </header>
  );
}
