import { useMemo } from 'preact/hooks';
import { hostOf } from '../present/address.ts';
import { Gear } from '../ui/glyph.tsx';
import { Mark } from '../ui/mark.tsx';
import { useSay, VoiceContext } from '../ui/voice.ts';
import { persistently, RequestContext } from './asking.ts';
import { CredentialList } from './credential-list.tsx';
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
        <main data-phase={page.state?.phase ?? 'scanning'}>
          <Body world={world} page={page} />
        </main>
      </RequestContext.Provider>
    </VoiceContext.Provider>
  );
}

function Body({ world, page }: { readonly world: PopupWorld; readonly page: Page }) {
  const { state, broken, scan } = page;
  if (broken && state === null) return <Notice kind="error" onRetry={scan} />;
  if (state?.phase === 'not-readable') return <Notice kind="unreadable" reason={state.notReadable} />;
  if (state === null || state.rows.length === 0) {
    return state?.phase === 'done' ? <Notice kind="empty" onRetry={scan} /> : <Notice kind="scanning" />;
  }
  return <CredentialList world={world} state={state} />;
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
