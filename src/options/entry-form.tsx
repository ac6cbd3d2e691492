import type { ComponentChildren } from 'preact';

/** A form that adds an entry to a list: its fields, then the button. */
export function EntryForm({
  add,
  button,
  children,
}: {
  readonly add: (form: HTMLFormElement) => void;
  readonly button: string;
  readonly children: ComponentChildren;
}) {
  return (
    <form
      class="entry-form"
      onSubmit={(event) => {
        event.preventDefault();
        add(event.currentTarget);
      }}
    >
      {children}
      <button type="submit" class="button button-main">
        {button}
      </button>
    </form>
  );
}
