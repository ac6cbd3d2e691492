import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useSay } from './voice.ts';

interface HelpProps {
  /** The subject of the explanation, for people who only hear the button. */
  readonly of: string;
  readonly children: ComponentChildren;
}

/** A "?" that shows its sentence in place. */
export function Help({ of, children }: HelpProps) {
  const say = useSay();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        class="help"
        aria-label={say('ui_help', { name: of })}
        title={say('ui_help', { name: of })}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        ?
      </button>
      {open && (
        <p class="help-text" id={id}>
          {children}
        </p>
      )}
    </>
  );
}
