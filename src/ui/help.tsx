import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useSay } from './voice.ts';

interface HelpProps {
  /** The end of what stands before it, which shares a line with it. The sign would be read as a line of its own. */
  readonly after?: string;
  /** The subject of the explanation, for people who only hear the button. */
  readonly of: string;
  readonly children: ComponentChildren;
}

/** A "?" that shows its sentence in place. */
export function Help({ after, of, children }: HelpProps) {
  const say = useSay();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <span class="help-place">
        {after}
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
      </span>
      {open && (
        <p class="help-text" id={id}>
          {children}
        </p>
      )}
    </>
  );
}
