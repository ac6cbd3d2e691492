import { useEffect, useState } from 'preact/hooks';
import { DocumentPage } from '../ui/document-page.tsx';
import { useSay, VoiceContext } from '../ui/voice.ts';
import { CheckedList } from './checked-list.tsx';
import { Federations } from './federations.tsx';
import { ListFaults } from './list-faults.tsx';
import { ReceiptKey } from './receipt-key.tsx';
import { SiteList } from './site-list.tsx';
import { TrustedIssuers } from './trusted-issuers.tsx';
import { Universities } from './universities.tsx';
import type { OptionsWorld } from './world.ts';

/** Settings: where to look without a click, which issuers to recognise, what to forget. */
export function Options({ world }: { readonly world: OptionsWorld }) {
  // After a wipe everything is read again.
  const [wiped, setWiped] = useState(0);
  return (
    <VoiceContext.Provider value={world.voice}>
      <DocumentPage title={world.voice.say('options_title')}>
        <ListFaults key={`faults-${wiped}`} world={world} />
        <SiteList key={`sites-${wiped}`} world={world} />
        <TrustedIssuers key={`issuers-${wiped}`} world={world} />
        <Universities key={`universities-${wiped}`} world={world} />
        <Federations key={`federations-${wiped}`} world={world} />
        <CheckedList key={`checked-${wiped}`} world={world} />
        <ReceiptKey key={`receipts-${wiped}`} world={world} />
        <PreviewLink world={world} />
        <Data world={world} onWiped={() => setWiped(wiped + 1)} wiped={wiped > 0} />
        <Language world={world} />
      </DocumentPage>
    </VoiceContext.Provider>
  );
}

function PreviewLink({ world }: { readonly world: OptionsWorld }) {
  const { say } = world.voice;
  return (
    <section>
      <h2>{say('preview_title')}</h2>
      <p>{say('options_preview_text')}</p>
      <a class="button" href="../preview/index.html">
        {say('ui_preview')}
      </a>
    </section>
  );
}

interface DataProps {
  readonly world: OptionsWorld;
  readonly wiped: boolean;
  readonly onWiped: () => void;
}

function Data({ world, wiped, onWiped }: DataProps) {
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const erase = async (): Promise<void> => {
    await world.wipe();
    setAsking(false);
    onWiped();
  };
  return (
    <section>
      <h2>{say('options_data_title')}</h2>
      <p>{say('options_data_text')}</p>
      {asking ? (
        <fieldset class="ask">
          <legend>{say('options_data_confirm')}</legend>
          <div class="actions">
            <button
              type="button"
              class="button button-danger"
              data-wipe-confirm=""
              onClick={() => void erase()}
            >
              {say('options_data_confirm_yes')}
            </button>
            <button type="button" class="button" onClick={() => setAsking(false)}>
              {say('options_data_cancel')}
            </button>
          </div>
        </fieldset>
      ) : (
        <button type="button" class="button button-danger" data-wipe="" onClick={() => setAsking(true)}>
          {say('options_data_wipe')}
        </button>
      )}
      <p role="status">{wiped && !asking ? say('options_data_wiped') : ''}</p>
    </section>
  );
}

/** The language of every surface: the browser's, or one of those that have words. */
function Language({ world }: { readonly world: OptionsWorld }) {
  const say = useSay();
  const [chosen, setChosen] = useState<string>('');
  useEffect(() => void world.readLanguage().then((language) => setChosen(language ?? '')), [world]);
  return (
    <section>
      <h2 id="language-title">{say('options_language_title')}</h2>
      <p>{say('options_language_text')}</p>
      <select
        class="choice"
        aria-labelledby="language-title"
        value={chosen}
        onChange={({ currentTarget }) =>
          void world.writeLanguage(world.languages.find((each) => each === currentTarget.value) ?? null)
        }
      >
        <option value="">{say('options_language_browser')}</option>
        {world.languages.map((language) => (
          <option key={language} value={language} lang={language.replaceAll('_', '-')}>
            {ownName(language)}
          </option>
        ))}
      </select>
    </section>
  );
}

/** Each language is named in itself, so that its speakers find it. */
function ownName(language: string): string {
  const tag = language.replaceAll('_', '-');
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}
