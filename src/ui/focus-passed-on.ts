import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** For what disappears once its button was pressed. The keyboard focus then moves to the rows, and is not lost. */
export function useFocusPassedOn(): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement>(null);
  useLayoutEffect(
    () => () => {
      if (place.current?.contains(document.activeElement))
        document.querySelector<HTMLElement>('[data-list-head]')?.focus();
    },
    [],
  );
  return place;
}
