import { render } from 'preact';
import { say, uiLanguage } from '../platform/i18n.ts';
import { missingOrigins, onGrantsChanged } from '../platform/permissions.ts';
import { addSite, readSites, removeSite, sitePatternOf } from '../platform/sites.ts';
import { parseTrusted, readTrusted, writeTrusted } from '../platform/trusted.ts';
import { wipe } from '../platform/wipe.ts';
import { UTC_DATES } from '../present/dates.ts';
import { Options } from './options.tsx';

const { tag, direction } = uiLanguage();
document.documentElement.lang = tag;
document.documentElement.dir = direction;
document.title = `${say('options_title')} · ${say('appShortName')}`;

function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}

const root = document.getElementById('options');
if (root !== null) {
  const world = {
    voice: { say, dates: UTC_DATES },
    language: new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag,
    sitePatternOf,
    readSites,
    addSite,
    removeSite,
    missingOrigins,
    onGrantsChanged: (listener: () => void) => onGrantsChanged({ changed: listener }),
    readTrusted,
    writeTrusted,
    parseTrusted,
    saveFile,
    wipe,
  };
  render(<Options world={world} />, root);
}
