import { useEffect, useId, useState } from 'preact/hooks';
import { checkedAmong } from '../item.ts';
import type { KnownHolder } from '../ports.ts';
import { comparedWords } from '../present/compared.ts';
import type { PageState } from '../protocol.ts';
import { useRequest } from './asking.ts';
import type { PageWorld } from './page-world.ts';
import { useSay } from './voice.ts';

interface KnownHolderFormProps {
  readonly world: PageWorld;
  readonly state: PageState;
}

/** What the reader knows of the person, and how it compares. It goes to the background's memory and nowhere else. */
export function KnownHolderForm({ world, state: { rows, compared } }: KnownHolderFormProps) {
  const say = useSay();
  const request = useRequest();
  const id = useId();
  const [known, setKnown] = useState<KnownHolder>({});
  const tell = (holder: KnownHolder) => void request('known-holder', { tabId: world.tabId, holder });
  const compare = (holder: KnownHolder): void => {
    setKnown(holder);
    tell(holder);
  };
  const isOwn = known.email !== undefined || known.name !== undefined;
  // It may have been entered elsewhere, or before this surface was closed and opened again.
  const active = isOwn || compared === true;
  // The background has slept since and has forgotten it. Rows that are judged anew would lose a mismatch unseen.
  useEffect(() => {
    if (isOwn && compared !== true) tell(known);
  }, [compared]);
  return (
    <details class="known">
      <summary>{say(active ? 'ui_known_active' : 'ui_known_title')}</summary>
      <form
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          compare(readForm(event.currentTarget));
        }}
        onReset={() => compare({})}
      >
        <p id={`${id}-text`}>{say('ui_known_text')}</p>
        <div class="field">
          <label for={`${id}-email`}>{say('ui_known_email')}</label>
          <input id={`${id}-email`} name="email" type="email" aria-describedby={`${id}-text`} dir="ltr" />
        </div>
        <div class="field">
          <label for={`${id}-name`}>{say('ui_known_name')}</label>
          <input id={`${id}-name`} name="name" type="text" aria-describedby={`${id}-text`} dir="auto" />
        </div>
        <div class="actions">
          <button type="submit" class="button">
            {say('ui_known_compare')}
          </button>
          {active && (
            <button type="reset" class="button">
              {say('ui_known_clear')}
            </button>
          )}
        </div>
      </form>
      {active && (
        <p class="known-answer" role="status">
          {comparedWords(
            checkedAmong(rows).map(({ report }) => report.holder.state),
            say,
          )}
        </p>
      )}
    </details>
  );
}

function readForm(form: HTMLFormElement): KnownHolder {
  const fields = new FormData(form);
  const value = (name: string): string => String(fields.get(name) ?? '').trim();
  const [email, name] = [value('email'), value('name')];
  return { ...(email !== '' && { email }), ...(name !== '' && { name }) };
}
