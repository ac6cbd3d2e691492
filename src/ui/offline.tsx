import { useState } from 'preact/hooks';
import { useRequest } from './asking.ts';
import { useFocusPassedOn } from './focus-passed-on.ts';
import type { PageWorld } from './page-world.ts';
import { useSay } from './voice.ts';
import { useWhileShown } from './while-shown.ts';

/**
 * Says that the browser was offline when rows were checked: once for all of them, with a button when it is back online.
 */
export function Offline({ world: { tabId } }: { readonly world: PageWorld }) {
  const say = useSay();
  const request = useRequest();
  const isOnline = useOnline();
  return (
    <section class="allow" data-offline="" ref={useFocusPassedOn()}>
      <div class="allow-line">
        <p role="status">{say(isOnline ? 'ui_online_again' : 'ui_offline')}</p>
        {isOnline && (
          <button
            type="button"
            class="button button-main"
            data-online-recheck=""
            onClick={() => void request('recheck', { tabId, key: null })}
          >
            {say('ui_recheck_all')}
          </button>
        )}
      </div>
    </section>
  );
}

/** Whether the browser has a network, kept up to date. */
function useOnline(): boolean {
  const [isOnline, setIsOnline] = useState(navigator.onLine);
  useWhileShown((signal) => {
    const look = (): void => setIsOnline(navigator.onLine);
    for (const event of ['online', 'offline']) addEventListener(event, look, { signal });
  }, []);
  return isOnline;
}
