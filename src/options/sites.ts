import { useCallback, useEffect, useState } from 'preact/hooks';
import { useSay } from '../ui/voice.ts';
import { useUnderPolicy } from './under-policy.ts';
import type { OptionsWorld } from './world.ts';

/**
 * The message below the list. A message about a site's grant is shown only as long as the grant stands (or is missing).
 */
interface Note {
  readonly words: string;
  readonly of?: { readonly site: string; readonly granted: boolean };
}

export interface ListedSite {
  readonly pattern: string;
  /** The pattern as a person reads it: `*.linkedin.com`. */
  readonly host: string;
  /** The browser no longer grants it. */
  readonly isMissing: boolean;
  /** The organisation does not allow its pages to be read. */
  readonly isForbidden: boolean;
  /** Each of its links gets a dot. */
  readonly isMarked: boolean;
}

/** The named sites, what a reader can do with them, and what is said of that. */
export interface Sites {
  readonly listed: readonly ListedSite[];
  /** The only sites whose pages the organisation allows to be read, as a person reads them; null: all. */
  readonly allowed: readonly string[] | null;
  readonly said: string;
  add(form: HTMLFormElement): void;
  /** Asks the browser once more for a grant that is missing. */
  allow(site: ListedSite): void;
  remove(site: ListedSite): void;
  mark(site: ListedSite, on: boolean): void;
}

const hostIn = (pattern: string): string => pattern.replace(/^https:\/\//, '').replace(/\/\*$/, '');

export function useSites(world: OptionsWorld): Sites {
  const say = useSay();
  const [sites, setSites] = useState<readonly string[]>([]);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [marked, setMarked] = useState<readonly string[]>([]);
  const [allowed, setAllowed] = useState<readonly string[] | null>(null);
  const [note, setNote] = useState<Note>({ words: '' });
  const refresh = useCallback(async () => {
    void world.readMarkedSites().then(setMarked);
    setAllowed(await world.readAllowedSites());
    const named = await world.readSites();
    setMissing(await world.missingOrigins(named));
    setSites(named);
  }, [world]);
  useUnderPolicy(world, refresh);
  useEffect(() => world.onGrantsChanged(() => void refresh()), [world, refresh]);

  const holds = ({ of }: Note): boolean =>
    of === undefined || (sites.includes(of.site) && missing.includes(of.site) !== of.granted);

  return {
    listed: sites.map((pattern) => ({
      pattern,
      host: hostIn(pattern),
      isMissing: missing.includes(pattern),
      isForbidden: !world.isSiteAllowed(pattern, allowed),
      isMarked: marked.includes(pattern),
    })),
    allowed: allowed?.map(hostIn) ?? null,
    said: holds(note) ? note.words : '',
    add(form) {
      const pattern = world.sitePatternOf(String(new FormData(form).get('site') ?? ''));
      if (pattern === null) {
        setNote({ words: say('options_sites_invalid') });
        return;
      }
      if (!world.isSiteAllowed(pattern, allowed)) {
        setNote({ words: say('options_sites_forbidden', { host: hostIn(pattern) }) });
        return;
      }
      // Nothing may be awaited before the request: the browser accepts it only as part of the click.
      void world.addSite(pattern).then((granted) => {
        setNote(
          granted
            ? { words: say('options_saved'), of: { site: pattern, granted } }
            : { words: say('options_sites_refused', { host: hostIn(pattern) }) },
        );
        if (granted) form.reset();
        return refresh();
      });
    },
    allow({ pattern, host }) {
      void world.addSite(pattern).then((granted) => {
        const words = say(granted ? 'options_saved' : 'options_sites_still_missing', { host });
        setNote({ words, of: { site: pattern, granted } });
        return refresh();
      });
    },
    remove({ pattern }) {
      void world.removeSite(pattern).then(refresh);
    },
    mark({ pattern }, on) {
      void world.markSite(pattern, on).then(() => {
        setNote({ words: say('options_saved') });
        return refresh();
      });
    },
  };
}
