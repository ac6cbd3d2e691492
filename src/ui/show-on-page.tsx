import { useState } from 'preact/hooks';
import type { PageWorld } from './page-world.ts';
import { useSay } from './voice.ts';

interface ShowOnPageProps {
  readonly world: PageWorld;
  readonly rowKey: string;
}

/** Leads from a row to the place where the page shows it. */
export function ShowOnPage({ world, rowKey }: ShowOnPageProps) {
  const say = useSay();
  const [gone, setGone] = useState(false);
  const show = async (): Promise<void> => {
    const found = await world.ask('show-on-page', { tabId: world.tabId, key: rowKey }).catch(() => false);
    setGone(!found);
    if (found) world.giveWay?.();
  };
  return (
    <>
      <button type="button" class="button button-quiet" data-show-on-page="" onClick={() => void show()}>
        {say('ui_show_on_page')}
      </button>
      <span role="status">{gone && say('ui_show_on_page_gone')}</span>
    </>
  );
}
