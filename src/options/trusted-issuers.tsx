import { useRef } from 'preact/hooks';
import { useSay } from '../ui/voice.ts';
import { RemovableEntry } from './entry.tsx';
import { EntryForm } from './entry-form.tsx';
import { PrescribedList, usePrescribed } from './prescribed.tsx';
import { type Trusted, useTrusted } from './trusted.ts';
import type { OptionsWorld } from './world.ts';

/** The reader's own list of recognised issuers. */
export function TrustedIssuers({ world }: { readonly world: OptionsWorld }) {
  const say = useSay();
  const trusted = useTrusted(world);
  const prescribed = usePrescribed(world);
  return (
    <section>
      <h2>{say('options_trust_title')}</h2>
      <p>{say('options_trust_text')}</p>
      {trusted.issuers.length === 0 ? (
        <p class="note">{say('options_trust_none')}</p>
      ) : (
        <ul class="plain entries">
          {trusted.issuers.map(({ id, name }) => (
            <li key={id} data-issuer={id}>
              <RemovableEntry name={name} id={id} remove={trusted.remove} />
            </li>
          ))}
        </ul>
      )}
      <PrescribedList text={say('options_trust_prescribed')} entries={prescribed.issuers} />
      <EntryForm add={trusted.add} button={say('options_trust_add')}>
        <div class="field">
          <label for="issuer-id">{say('options_trust_id')}</label>
          <input
            id="issuer-id"
            name="id"
            type="text"
            aria-describedby="issuer-id-form"
            dir="ltr"
            required
            autocomplete="off"
            spellcheck={false}
          />
          <p class="note" id="issuer-id-form">
            {say('options_trust_id_form')}
          </p>
        </div>
        <div class="field">
          <label for="issuer-name">{say('options_trust_name')}</label>
          <input id="issuer-name" name="name" type="text" dir="auto" autocomplete="off" />
        </div>
      </EntryForm>
      <IssuerFiles trusted={trusted} />
      <p role="status">{trusted.said}</p>
    </section>
  );
}

function IssuerFiles({ trusted }: { readonly trusted: Trusted }) {
  const say = useSay();
  const file = useRef<HTMLInputElement>(null);
  return (
    <div class="actions">
      <button type="button" class="button" onClick={() => file.current?.click()}>
        {say('options_trust_import')}
      </button>
      <input
        ref={file}
        type="file"
        accept="application/json,.json"
        hidden
        onChange={({ currentTarget }) => {
          const chosen = currentTarget.files?.[0];
          if (chosen !== undefined) void trusted.importFrom(chosen);
          currentTarget.value = '';
        }}
      />
      <button
        type="button"
        class="button"
        disabled={trusted.issuers.length === 0}
        onClick={trusted.exportAll}
      >
        {say('options_trust_export')}
      </button>
    </div>
  );
}
