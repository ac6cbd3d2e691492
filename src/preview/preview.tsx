import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { checkedAmong, type Row } from '../item.ts';
import { adviceFor } from '../present/advice.ts';
import { asRecognised, awaitsRecognition } from '../present/as-recognised.ts';
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
  const hasResult = state !== null && state.rows.length > 0;
  const give = useRef<HTMLElement>(null);
  const result = useRef<HTMLElement>(null);
  const hadResult = useRef(false);
  useLayoutEffect(() => {
    // The answer is what the owner came for, and it stands below the fold.
    if (hasResult) result.current?.scrollIntoView({ block: 'start' });
    // "Clear" has gone with the result, and the keyboard focus with it.
    else if (hadResult.current && document.activeElement === document.body)
      give.current?.querySelector<HTMLElement>('input')?.focus();
    hadResult.current = hasResult;
  }, [hasResult]);
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
          <section aria-label={say('preview_give')} class="give" ref={give}>
            <DropZone onAsked={check} />
            <TextForm onAsked={check} />
            {unheard && <p role="alert">{say('preview_unheard')}</p>}
          </section>
          {hasResult && (
            <section ref={result}>
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
                    content: () => <SeenByReaders world={world} state={state} />,
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

/** The list as a first reader sees it or, where that differs, as one sees it who knows the issuer. */
function SeenByReaders({ world, state }: { readonly world: PageWorld; readonly state: PageState }) {
  const { say } = world.voice;
  const [isKnown, setKnown] = useState(false);
  const differs = state.rows.some((row) => row.state === 'checked' && awaitsRecognition(row));
  const rows = useMemo(() => (isKnown ? state.rows.map(recognised) : state.rows), [state.rows, isKnown]);
  return (
    <>
      {differs && (
        <label class="check-field">
          <input
            type="checkbox"
            data-as-recognised=""
            checked={isKnown}
            onChange={({ currentTarget }) => setKnown(currentTarget.checked)}
          />
          <span>{say('preview_as_recognised')}</span>
        </label>
      )}
      <div class="sheet">
        <CredentialList world={world} state={state} seen={rows} alone />
      </div>
    </>
  );
}

const recognised = (row: Row): Row =>
  row.state === 'checked' ? { state: 'checked', ...asRecognised(row) } : row;

/** Badges with something to fix come first. */
const fixablesOf = ({ rows }: PageState, voice: Voice): readonly Fixable[] =>
  checkedAmong(rows)
    .map((item) => ({ sheet: adviceFor(item, voice), snippet: snippetFor(item, voice) }))
    .toSorted((one, other) => Number(isFine(one)) - Number(isFine(other)));

const isFine = ({ sheet }: Fixable): boolean => sheet.points.length === 0;
