import { useSay } from '../ui/voice.ts';

interface EntryProps {
  readonly name: string;
  readonly id: string;
}

/** An entry of a list: the name that somebody gave it, and the address that counts. */
export const EntryText = ({ name, id }: EntryProps) => (
  <span class="entry-text">
    <span dir="auto">{name}</span>
    <bdi class="note" dir="ltr">
      {id}
    </bdi>
  </span>
);

/** The same with a button that removes it. */
export function RemovableEntry({ name, id, remove }: EntryProps & { readonly remove: (id: string) => void }) {
  const say = useSay();
  return (
    <>
      <EntryText name={name} id={id} />
      <button
        type="button"
        class="button"
        aria-label={say('options_trust_remove', { name })}
        onClick={() => remove(id)}
      >
        {say('options_remove')}
      </button>
    </>
  );
}
