import { useState } from 'preact/hooks';
import { hostOf } from '../present/address.ts';
import { useRequest } from './asking.ts';
import type { PageWorld } from './page-world.ts';
import { useSay } from './voice.ts';

interface AllowSitesProps {
  readonly world: PageWorld;
  /** Match patterns: `https://host/*`. */
  readonly origins: readonly string[];
  /** The button alone, for inside a card. */
  readonly compact?: boolean;
}

/** Asks for every origin that rows wait for, in one click. */
export function AllowSites({ world, origins, compact = false }: AllowSitesProps) {
  const say = useSay();
  const request = useRequest();
  const [refused, setRefused] = useState(false);
  const count = origins.length;
  const hosts = origins.map((origin) => hostOf(origin.replace(/\/\*$/, '/')) ?? origin);
  const allow = (): void => {
    // Nothing may be awaited before the request: the browser takes it only as part of the click.
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
    <section class="allow">
      <h2>{say('ui_allow_title', { count })}</h2>
      <p>{say('ui_allow_text')}</p>
      {count > 1 && (
        <ul class="plain hosts">
          {hosts.map((host) => (
            <li>
              <bdi dir="ltr">{host}</bdi>
            </li>
          ))}
        </ul>
      )}
      {button}
      {refused && <p role="status">{say('ui_allow_refused')}</p>}
    </section>
  );
}
