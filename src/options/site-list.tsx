import { useCallback, useEffect, useState } from 'preact/hooks';
import { useSay } from '../ui/voice.ts';
import type { OptionsWorld } from './world.ts';

/** `https://*.linkedin.com/*` reads `*.linkedin.com` to a person. */
const hostIn = (pattern: string): string => pattern.replace(/^https:\/\//, '').replace(/\/\*$/, '');

/** Sites that are read at every visit. */
export function SiteList({ world }: { readonly world: OptionsWorld }) {
  const say = useSay();
  const [sites, setSites] = useState<readonly string[]>([]);
  const [note, setNote] = useState('');
  const refresh = useCallback(() => world.readSites().then(setSites), [world]);
  useEffect(() => void refresh(), [refresh]);

  const add = (form: HTMLFormElement): void => {
    const pattern = world.sitePatternOf(String(new FormData(form).get('site') ?? ''));
    if (pattern === null) {
      setNote(say('options_sites_invalid'));
      return;
    }
    // Nothing may be awaited before the request: the browser takes it only as part of the click.
    void world.addSite(pattern).then((granted) => {
      setNote(say(granted ? 'options_saved' : 'options_sites_refused', { host: hostIn(pattern) }));
      if (granted) form.reset();
      return refresh();
    });
  };
  const remove = (pattern: string): void => void world.removeSite(pattern).then(refresh);

  return (
    <section>
      <h2>{say('options_sites_title')}</h2>
      <p>{say('options_sites_text')}</p>
      {sites.length === 0 ? (
        <p class="note">{say('options_sites_none')}</p>
      ) : (
        <ul class="plain entries">
          {sites.map((pattern) => (
            <li key={pattern} data-site={pattern}>
              <bdi dir="ltr">{hostIn(pattern)}</bdi>
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
      <p role="status">{note}</p>
    </section>
  );
}
