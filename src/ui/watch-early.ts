import type { PageState } from '../protocol.ts';
import type { PageWorld } from './page-world.ts';

type Watch = PageWorld['watch'];

interface EarlyWatch {
  /** Whoever watches now is told the latest state first. */
  readonly watch: Watch;
  readonly first: Promise<PageState | null>;
}

/** Begins to watch at once, while the surface still loads its words. */
export function watchEarly(watch: Watch): EarlyWatch {
  const owner = new AbortController();
  let tell: Parameters<Watch>[0] = () => undefined;
  let again = (): void => undefined;
  const first = new Promise<PageState | null>((resolve) => {
    watch((state) => {
      again = () => tell(state);
      again();
      resolve(state);
    }, owner.signal);
  });
  return {
    first,
    watch(listener, signal) {
      tell = listener;
      signal.addEventListener('abort', () => owner.abort());
      again();
    },
  };
}
