import { useCallback, useEffect, useState } from 'preact/hooks';
import { useSay } from '../ui/voice.ts';
import type { OptionsWorld } from './world.ts';

/** `https://*.linkedin.com/*` reads `*.linkedin.com` to a person. */
const hostIn = (pattern: string): string => pattern.replace(/^https:\/\//, '').replace(/\/\*$/, '');

/**
 * The message below the list. A message about a site's grant is shown only as long as the grant stands (or is missing).
 */
interface Note {
  readonly words: string;
  readonly of?: { readonly site: string; readonly granted: boolean };
}

/** Sites that are read at every visit. */
export function SiteList({ world }: { readonly world: OptionsWorld }) {
  const say = useSay();
  const [sites, setSites] = useState<readonly string[]>([]);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [marked, setMarked] = useState<readonly string[]>([]);
  const [note, setNote] = useState<Note>({ words: '' });
  const refresh = useCallback(async () => {
    void world.readMarkedSites().then(setMarked);
    const named = await world.readSites();
    setMissing(await world.missingOrigins(named));
    setSites(named);
  }, [world]);
  useEffect(() => void refresh(), [refresh]);
  useEffect(() => world.onGrantsChanged(() => void refresh()), [world, refresh]);

  const add = (form: HTMLFormElement): void => {
    const pattern = world.sitePatternOf(String(new FormData(form).get('site') ?? ''));
    if (pattern === null) {
      setNote({ words: say('options_sites_invalid') });
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
  };
  const allow = (pattern: string): void =>
    void world.addSite(pattern).then((granted) => {
      const words = say(granted ? 'options_saved' : 'options_sites_still_missing', { host: hostIn(pattern) });
      setNote({ words, of: { site: pattern, granted } });
      return refresh();
    });
  const remove = (pattern: string): void => void world.removeSite(pattern).then(refresh);
  const mark = (pattern: string, on: boolean): void =>
    void world.markSite(pattern, on).then(() => {
      setNote({ words: say('options_saved') });
      return refresh();
    });
  const holds = ({ of }: Note): boolean =>
    of === undefined || (sites.includes(of.site) && missing.includes(of.site) !== of.granted);

  return (
    <section>
      <h2>{say('options_sites_title')}</h2>
      <p>{say('options_sites_text')}</p>
      {sites.length === 0 ? (
        <p class="note">{say('options_sites_none')}</p>
      ) : (
        <ul class="plain entries">
          {sites.map((pattern) => (
            <li key={pattern} data-site={pattern} data-missing={missing.includes(pattern) ? '' : undefined}>
              <span class="entry-text">
                <bdi dir="ltr">{hostIn(pattern)}</bdi>
                {missing.includes(pattern) && <span class="note">{say('options_sites_withdrawn')}</span>}
                <label class="check-field">
                  <input
                    type="checkbox"
                    data-mark=""
                    aria-label={say('options_markers_label', { host: hostIn(pattern) })}
                    aria-describedby="markers-text"
                    checked={marked.includes(pattern)}
                    onChange={({ currentTarget }) => mark(pattern, currentTarget.checked)}
                  />
                  <span>{say('options_markers')}</span>
                </label>
              </span>
              {missing.includes(pattern) && (
                <button type="button" class="button" data-allow-again="" onClick={() => allow(pattern)}>
                  {say('ui_allow_here', { host: hostIn(pattern) })}
                </button>
              )}
              <button
                type="button"
                class="button"
                aria-label={say('options_sites_remove', { host: hostIn(pattern) })}
                onClick={() => remove(pattern)}
              >
                {say('options_remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {sites.length > 0 && (
        <p class="note" id="markers-text">
          {say('options_markers_text')}
        </p>
      )}
      <form
        class="entry-form"
        onSubmit={(event) => {
          event.preventDefault();
          add(event.currentTarget);
        }}
      >
        <div class="field">
          <label for="site">{say('options_sites_label')}</label>
          <input
            id="site"
            name="site"
            type="text"
            inputMode="url"
            dir="ltr"
            required
            aria-describedby="site-example"
            autocomplete="off"
          />
          <p class="note" id="site-example">
            {say('options_sites_example')}
          </p>
        </div>
        <button type="submit" class="button button-main">
          {say('options_sites_add')}
        </button>
      </form>
      <p role="status">{holds(note) ? note.words : ''}</p>
    </section>
  );
}
