import { hostOf } from '../present/address.ts';
import { Gear } from './glyph.tsx';
import { Mark } from './mark.tsx';
import { useSay } from './voice.ts';

interface SlabProps {
  /** The page's address; null where none is known. */
  readonly url: string | null;
  readonly onSettings: () => void;
}

/** Whose word this is, and about which page. */
export function Slab({ url, onSettings }: SlabProps) {
  const say = useSay();
  const host = hostOf(url);
  return (
    <header class="slab">
      <Mark />
      <h1>
        {say('appShortName')}
        {host !== null && (
          <span class="slab-host">
            {' '}
            <bdi dir="ltr">{host}</bdi>
          </span>
        )}
      </h1>
      <button
        type="button"
        class="slab-button"
        aria-label={say('ui_settings')}
        title={say('ui_settings')}
        onClick={onSettings}
      >
        <Gear />
      </button>
    </header>
  );
}
