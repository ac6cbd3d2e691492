import type { PageWorld } from './page-world.ts';

type Watch = PageWorld['watch'];

/**
 * Begins to watch at once, while the surface still loads its words. Whoever watches later is told the latest state
 * first.
 */
export function watchEarly(watch: Watch): Watch {
  const owner = new AbortController();
  let tell: Parameters<Watch>[0] = () => undefined;
  let again = (): void => undefined;
  watch((state) => {
    again = () => tell(state);
    again();
  }, owner.signal);
  return (listener, signal) => {
    tell = listener;
    signal.addEventListener('abort', () => owner.abort());
    again();
  };
}
