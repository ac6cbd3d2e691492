import { useEffect, useRef, useState } from 'preact/hooks';
import { useSay } from '../ui/voice.ts';
import type { ListedIssuer, OptionsWorld } from './world.ts';

/** The sentence for an entry that is no issuer's id. */
const REFUSALS = {
  'no-id': 'options_trust_invalid',
  badge: 'options_trust_is_badge',
  platform: 'options_trust_is_platform',
} as const;

/** One entry for each id. Of two, the later gives the name. */
const merged = (lists: readonly (readonly ListedIssuer[])[]): readonly ListedIssuer[] => [
  ...new Map(lists.flat().map((issuer) => [issuer.id, issuer])).values(),
];

/** The reader's own list of recognised issuers. */
export function TrustedIssuers({ world }: { readonly world: OptionsWorld }) {
  const say = useSay();
  const [issuers, setIssuers] = useState<readonly ListedIssuer[]>([]);
  const [note, setNote] = useState('');
  const file = useRef<HTMLInputElement>(null);
  useEffect(() => void world.readTrusted().then(setIssuers), [world]);

  const save = async (list: readonly ListedIssuer[], words: string): Promise<void> => {
    await world.writeTrusted(list);
    setIssuers(list);
    setNote(words);
  };
  const add = (form: HTMLFormElement): void => {
    const fields = new FormData(form);
    const id = String(fields.get('id') ?? '').trim();
    const name = String(fields.get('name') ?? '').trim();
    const why = world.whyNoIssuer(id);
    if (why !== null) {
      setNote(say(REFUSALS[why]));
      return;
    }
    void save(merged([issuers, [{ id, name: name || id }]]), say('options_saved')).then(() => form.reset());
  };
  const importFrom = async (chosen: File): Promise<void> => {
    const read = world.parseTrusted(await chosen.text());
    if (read === null || !read.every(({ id }) => world.whyNoIssuer(id) === null)) {
      setNote(say('options_trust_import_failed'));
      return;
    }
    const list = merged([issuers, read]);
    await save(list, say('options_trust_imported', { count: list.length - issuers.length }));
  };
  const exportAll = (): void =>
    world.saveFile('touchstone-issuers.json', `${JSON.stringify(issuers, null, 2)}\n`);

  return (
    <section>
      <h2>{say('options_trust_title')}</h2>
      <p>{say('options_trust_text')}</p>
      {issuers.length === 0 ? (
        <p class="note">{say('options_trust_none')}</p>
      ) : (
        <ul class="plain entries">
          {issuers.map(({ id, name }) => (
            <li key={id} data-issuer={id}>
              <span class="entry-text">
                <span dir="auto">{name}</span>
                <bdi class="note" dir="ltr">
                  {id}
                </bdi>
              </span>
              <button
                type="button"
                class="button"
                aria-label={say('options_trust_remove', { name })}
                onClick={() =>
                  void save(
                    issuers.filter((each) => each.id !== id),
                    '',
                  )
                }
              >
                {say('options_remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        class="entry-form"
        onSubmit={(event) => {
          event.preventDefault();
          add(event.currentTarget);
        }}
      >
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
        <button type="submit" class="button button-main">
          {say('options_trust_add')}
        </button>
      </form>
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
            if (chosen !== undefined) void importFrom(chosen);
            currentTarget.value = '';
          }}
        />
        <button type="button" class="button" disabled={issuers.length === 0} onClick={exportAll}>
          {say('options_trust_export')}
        </button>
      </div>
      <p role="status">{note}</p>
    </section>
  );
}
