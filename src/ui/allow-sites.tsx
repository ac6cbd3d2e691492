import { useState } from 'preact/hooks';
import { hostOf } from '../present/address.ts';
import { useRequest } from './asking.ts';
import { useFocusPassedOn } from './focus-passed-on.ts';
import { Hosts } from './hosts.tsx';
import type { PageWorld } from './page-world.ts';
import { useSay } from './voice.ts';

interface AllowSitesProps {
  readonly world: PageWorld;
  /** Match patterns: `https://host/*`. */
  readonly origins: readonly string[];
  /** How many rows wait. */
  readonly waiting?: number;
  /** Only the button, for use inside a card. */
  readonly compact?: boolean;
}

/** Asks for every site that rows wait for, in one prompt. */
export function AllowSites({ world, origins, waiting = 0, compact = false }: AllowSitesProps) {
  const say = useSay();
  const request = useRequest();
  const [refused, setRefused] = useState(false);
  const place = useFocusPassedOn();
  const count = origins.length;
  const hosts = origins.map((origin) => hostOf(origin.replace(/\/\*$/, '/')) ?? origin);
  const allow = (): void => {
    // Nothing may be awaited before the request: the browser accepts it only as part of the click.
    world.requestOrigins(origins).then(
      (granted) => {
        setRefused(!granted);
        if (granted) void request('origins-granted', { tabId: world.tabId });
      },
      () => setRefused(true),
    );
  };
  const button = (
    <button type="button" class="button button-main" data-allow="" onClick={allow}>
      {count === 1 ? say('ui_allow_here', { host: hosts[0] ?? '' }) : say('ui_allow', { count })}
    </button>
  );
  if (compact) return button;
  return (
    <section class="allow" ref={place}>
      <div class="allow-line">
        <h2>{say('ui_allow_title', { count: Math.max(waiting, 1) })}</h2>
        {button}
      </div>
      <details>
        <summary>{say('ui_allow_why')}</summary>
        <p>{say('ui_allow_text')}</p>
        <Hosts hosts={hosts} />
      </details>
      {refused && <p role="status">{say('ui_allow_refused')}</p>}
    </section>
  );
}
