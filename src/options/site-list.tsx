import { Hosts } from '../ui/hosts.tsx';
import { useSay } from '../ui/voice.ts';
import { EntryForm } from './entry-form.tsx';
import { type ListedSite, type Sites, useSites } from './sites.ts';
import type { OptionsWorld } from './world.ts';

/** Sites that are read at every visit. */
export function SiteList({ world }: { readonly world: OptionsWorld }) {
  const say = useSay();
  const sites = useSites(world);
  return (
    <section>
      <h2>{say('options_sites_title')}</h2>
      <p>{say('options_sites_text')}</p>
      {sites.allowed !== null && <Allowed hosts={sites.allowed} />}
      {sites.listed.length === 0 ? (
        <p class="note">{say('options_sites_none')}</p>
      ) : (
        <>
          <ul class="plain entries">
            {sites.listed.map((site) => (
              <SiteEntry key={site.pattern} site={site} sites={sites} />
            ))}
          </ul>
          <p class="note" id="markers-text">
            {say('options_markers_text')}
          </p>
        </>
      )}
      <EntryForm add={sites.add} button={say('options_sites_add')}>
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
      </EntryForm>
      <p role="status">{sites.said}</p>
    </section>
  );
}

/** What the organisation allows, which counts for a click as well. */
function Allowed({ hosts }: { readonly hosts: readonly string[] }) {
  const say = useSay();
  if (hosts.length === 0) return <p data-allowed="">{say('options_sites_allowed_none')}</p>;
  return (
    <div data-allowed="">
      <p>{say('options_sites_allowed')}</p>
      <Hosts hosts={hosts} />
    </div>
  );
}

function SiteEntry({ site, sites }: { readonly site: ListedSite; readonly sites: Sites }) {
  const say = useSay();
  const { pattern, host, isMissing, isForbidden, isMarked } = site;
  return (
    <li
      data-site={pattern}
      data-missing={isMissing ? '' : undefined}
      data-forbidden={isForbidden ? '' : undefined}
    >
      <span class="entry-text">
        <bdi dir="ltr">{host}</bdi>
        {isForbidden && <span class="note">{say('options_sites_not_allowed')}</span>}
        {isMissing && !isForbidden && <span class="note">{say('options_sites_withdrawn')}</span>}
        <label class="check-field">
          <input
            type="checkbox"
            data-mark=""
            aria-label={say('options_markers_label', { host })}
            aria-describedby="markers-text"
            checked={isMarked}
            onChange={({ currentTarget }) => sites.mark(site, currentTarget.checked)}
          />
          <span>{say('options_markers')}</span>
        </label>
      </span>
      {isMissing && !isForbidden && (
        <button type="button" class="button" data-allow-again="" onClick={() => sites.allow(site)}>
          {say('ui_allow_here', { host })}
        </button>
      )}
      <button
        type="button"
        class="button"
        aria-label={say('options_sites_remove', { host })}
        onClick={() => sites.remove(site)}
      >
        {say('options_remove')}
      </button>
    </li>
  );
}
