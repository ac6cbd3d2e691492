import { useEffect, useState } from 'preact/hooks';
import { useSay } from '../ui/voice.ts';
import { RemovableEntry } from './entry.tsx';
import { PrescribedList, usePrescribed } from './prescribed.tsx';
import type { OptionsWorld, PinnedFederation } from './world.ts';

/** The sentence for what came of an entry. */
const SENTENCES = {
  added: 'options_saved',
  invalid: 'options_federations_invalid',
  refused: 'options_federations_refused',
} as const;

/** Federations that the reader pins by their keys. Only their servers learn of issuers, so none is there from the start. */
export function Federations({ world }: { readonly world: OptionsWorld }) {
  const say = useSay();
  const [pinned, setPinned] = useState<readonly PinnedFederation[]>([]);
  const [note, setNote] = useState('');
  const prescribed = usePrescribed(world);
  const readAgain = (): Promise<void> => world.readFederations().then(setPinned);
  useEffect(() => void readAgain(), [world]);
  const add = (form: HTMLFormElement): void => {
    const text = String(new FormData(form).get('anchor') ?? '');
    void world.addFederation(text).then(async (outcome) => {
      setNote(say(SENTENCES[outcome]));
      if (outcome === 'added') form.reset();
      await readAgain();
    });
  };
  return (
    <section>
      <h2>{say('options_federations_title')}</h2>
      <p id="federations-text">{say('options_federations_text')}</p>
      {pinned.length > 0 && (
        <ul class="plain entries">
          {pinned.map(({ federation, name }) => (
            <li key={federation} data-federation={federation}>
              <RemovableEntry
                name={name}
                id={federation}
                remove={(id) => void world.removeFederation(id).then(readAgain)}
              />
            </li>
          ))}
        </ul>
      )}
      <PrescribedList
        text={say('options_federations_prescribed')}
        entries={prescribed.federations.map(({ federation, name }) => ({ id: federation, name }))}
      />
      <form
        class="entry-form"
        onSubmit={(event) => {
          event.preventDefault();
          add(event.currentTarget);
        }}
      >
        <div class="field">
          <label for="federation-anchor">{say('options_federations_field')}</label>
          <textarea
            id="federation-anchor"
            name="anchor"
            rows={4}
            aria-describedby="federations-text"
            dir="ltr"
            required
            autocomplete="off"
            spellcheck={false}
            placeholder={'{"federation": "https://…", "name": "…", "jwks": {"keys": [ … ]}}'}
          />
        </div>
        <button type="submit" class="button">
          {say('options_federations_add')}
        </button>
      </form>
      <p role="status">{note}</p>
    </section>
  );
}
