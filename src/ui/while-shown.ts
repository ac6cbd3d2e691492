import { type Inputs, useEffect } from 'preact/hooks';

/** Begins something when the component is shown, and again when one of `inputs` changes. The signal ends what was begun. */
export function useWhileShown(begin: (signal: AbortSignal) => void, inputs: Inputs): void {
  useEffect(() => {
    const owner = new AbortController();
    begin(owner.signal);
    return () => owner.abort();
  }, inputs);
}
