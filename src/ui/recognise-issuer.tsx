import type { RefCallback } from 'preact';
import { useCallback, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RecognisableIssuer } from '../present/card.ts';
import { useRequest } from './asking.ts';
import { useSay } from './voice.ts';

interface RecogniseIssuerProps {
  /** An issuer that no source known to the reader vouches for; null where there is nothing to add. */
  readonly recognisable: RecognisableIssuer | null;
  /** The reader's own entry that recognises this issuer; null where there is none. */
  readonly recognised: RecognisableIssuer | null;
  /** Whether nothing but this recognition is missing. */
  readonly isAllMissing: boolean;
}

/**
 * From "issuer not known to us" to "I recognise this issuer". The id and the name are shown first, and it can be
 * undone.
 */
export function RecogniseIssuer({ recognisable, recognised, isAllMissing }: RecogniseIssuerProps) {
  const say = useSay();
  const request = useRequest();
  const id = useId();
  const [asking, setAsking] = useState(false);
  const next = useNextFocus([asking, recognised !== null]);
  if (recognised !== null) {
    return (
      <div class="recognised" role="status">
        <p>{say('ui_recognised_own', { name: recognised.name })}</p>
        <button
          type="button"
          class="button"
          data-forget-issuer=""
          ref={next}
          onClick={() => void request('forget-issuer', { id: recognised.id })}
        >
          {say('ui_undo')}
        </button>
      </div>
    );
  }
  if (recognisable === null) return null;
  if (!asking) {
    return (
      <button
        type="button"
        class={isAllMissing ? 'button button-main' : 'button button-quiet'}
        data-recognise=""
        ref={next}
        onClick={() => setAsking(true)}
      >
        {say('ui_recognise')}
      </button>
    );
  }
  return (
    <form
      class="recognise"
      onSubmit={(event) => {
        event.preventDefault();
        const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
        setAsking(false);
        void request('recognise-issuer', { id: recognisable.id, name: name || recognisable.name });
      }}
    >
      <p>{say('ui_recognise_text')}</p>
      <p class="address">
        <bdi dir="ltr">{recognisable.id}</bdi>
      </p>
      <div class="field">
        <label for={`${id}-name`}>{say('ui_recognise_name')}</label>
        <input id={`${id}-name`} name="name" type="text" dir="auto" value={recognisable.name} ref={next} />
      </div>
      <div class="actions">
        <button type="submit" class="button button-main">
          {say('ui_recognise')}
        </button>
        <button type="button" class="button" onClick={() => setAsking(false)}>
          {say('ui_cancel')}
        </button>
      </div>
    </form>
  );
}

/** Moves the focus to the replacement when the focused element has disappeared, and only then. */
function useNextFocus(steps: readonly [asking: boolean, recognised: boolean]): RefCallback<HTMLElement> {
  const next = useRef<HTMLElement>(null);
  const isDrawn = useRef(false);
  useLayoutEffect(() => {
    if (isDrawn.current && document.activeElement === document.body) next.current?.focus();
    isDrawn.current = true;
  }, steps);
  return useCallback((element) => {
    next.current = element;
  }, []);
}
