import { useId } from 'preact/hooks';
import type { Asked } from '../recognise/asked.ts';
import { useSay } from '../ui/voice.ts';

/** A link, or any text with links, tokens or JSON in it. */
export function TextForm({ onAsked }: { readonly onAsked: (asked: readonly Asked[]) => void }) {
  const say = useSay();
  const id = useId();
  return (
    <form
      class="entry-form"
      onSubmit={(event) => {
        event.preventDefault();
        const text = String(new FormData(event.currentTarget).get('text') ?? '').trim();
        if (text !== '') onAsked([{ kind: 'text', text }]);
      }}
    >
      <div class="field">
        <label for={id}>{say('preview_text')}</label>
        <textarea
          id={id}
          name="text"
          rows={3}
          required
          spellcheck={false}
          dir="ltr"
          aria-describedby={`${id}-note`}
          maxLength={2_000_000}
        />
      </div>
      <p class="note" id={`${id}-note`}>
        {say('preview_text_note')}
      </p>
      <button type="submit" class="button">
        {say('preview_check')}
      </button>
    </form>
  );
}
