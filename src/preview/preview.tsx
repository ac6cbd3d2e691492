import { useMemo, useState } from 'preact/hooks';
import { adviceFor } from '../present/advice.ts';
import type { Voice } from '../present/sentence.ts';
import { snippetFor } from '../present/snippet.ts';
import { type PageState, shownPhase } from '../protocol.ts';
import type { Asked } from '../recognise/asked.ts';
import { persistently, RequestContext } from '../ui/asking.ts';
import { CredentialList } from '../ui/credential-list.tsx';
import { DocumentPage } from '../ui/document-page.tsx';
import { usePageState } from '../ui/page-state.ts';
import type { PageWorld } from '../ui/page-world.ts';
import { Tabs } from '../ui/tabs.tsx';
import { VoiceContext } from '../ui/voice.ts';
import { AdviceList, type Fixable } from './advice-list.tsx';
import { DropZone } from './drop-zone.tsx';
import { TextForm } from './text-form.tsx';

/** Shows a badge before anybody else sees it. It takes files, links and text, and shows the popup's rows and cards. */
export function Preview({ world }: { readonly world: PageWorld }) {
  const { say } = world.voice;
  const request = useMemo(() => persistently(world.ask), [world]);
  const state = usePageState(world);
  const [unheard, setUnheard] = useState(false);
  const { tabId } = world;
  const check = (asked: readonly Asked[]): void => {
    setUnheard(false);
    void request('check-asked', { tabId, asked }).then((heard) => setUnheard(!heard));
  };
  return (
    <VoiceContext.Provider value={world.voice}>
      <RequestContext.Provider value={request}>
        <DocumentPage
          title={say('preview_title')}
          lead={say('preview_lead')}
          phase={state === null ? 'idle' : shownPhase(state)}
        >
          <section aria-label={say('preview_give')} class="give">
            <DropZone onAsked={check} />
            <TextForm onAsked={check} />
            {unheard && <p role="alert">{say('preview_unheard')}</p>}
          </section>
          {state !== null && state.rows.length > 0 && (
            <section>
              <div class="result-head">
                <h2>{say('preview_result')}</h2>
                <button
                  type="button"
                  class="button"
                  data-forget=""
                  onClick={() => void request('forget-page', { tabId })}
                >
                  {say('preview_clear')}
                </button>
              </div>
              <Tabs
                label={say('preview_result')}
                tabs={[
                  {
                    id: 'seen',
                    title: say('preview_tab_seen'),
                    content: () => (
                      <div class="sheet">
                        <CredentialList world={world} state={state} alone />
                      </div>
                    ),
                  },
                  {
                    id: 'fix',
                    title: say('preview_tab_fix'),
                    content: () => <AdviceList fixables={fixablesOf(state, world.voice)} />,
                  },
                ]}
              />
            </section>
          )}
        </DocumentPage>
      </RequestContext.Provider>
    </VoiceContext.Provider>
  );
}

const fixablesOf = ({ rows }: PageState, voice: Voice): readonly Fixable[] =>
  rows.flatMap((row) =>
    row.state === 'checked' ? [{ sheet: adviceFor(row, voice), snippet: snippetFor(row, voice) }] : [],
  );
