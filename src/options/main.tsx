import { render } from 'preact';
import { LANGUAGES, type Language } from '../languages.ts';
import { isSiteAllowed, readAllowedSites } from '../platform/allowed-sites.ts';
import {
  type CheckedSettings,
  forgetChecked,
  isCheckedForbidden,
  MAX_DAYS,
  MIN_DAYS,
  readChecked,
  readCheckedSettings,
  writeCheckedSettings,
} from '../platform/checked-list.ts';
import { beginPage, readLanguage, writeLanguage } from '../platform/i18n.ts';
import { readListFaults } from '../platform/list-faults.ts';
import { missingOrigins, onGrantsChanged } from '../platform/permissions.ts';
import { onPolicyChanged } from '../platform/policy.ts';
import { receiptThumbprint } from '../platform/receipt-key.ts';
import { saveFile } from '../platform/save-file.ts';
import {
  addSite,
  markSite,
  readMarkedSites,
  readSites,
  removeSite,
  sitePatternOf,
} from '../platform/sites.ts';
import {
  addFederation,
  parseFederation,
  parseTrusted,
  readFederations,
  readPolicyFederations,
  readPolicyTrusted,
  readPolicyUniversities,
  readTrusted,
  readUniversities,
  removeFederation,
  writeTrusted,
  writeUniversities,
} from '../platform/trusted.ts';
import { wipe } from '../platform/wipe.ts';
import { whyNoIssuer } from '../recognise/issuer-address.ts';
import { anchorIn } from '../verify/trust/federation.ts';
import { Options } from './options.tsx';
import type { OptionsWorld } from './world.ts';

const voice = await beginPage('options_title');
const root = document.getElementById('options');
if (root !== null) {
  const world: OptionsWorld = {
    voice,
    languages: LANGUAGES,
    readLanguage,
    // Every word on the page changes, so the page is started again.
    writeLanguage: async (language: Language | null) => {
      await writeLanguage(language);
      location.reload();
    },
    sitePatternOf,
    readSites,
    readAllowedSites,
    isSiteAllowed,
    addSite,
    removeSite,
    readMarkedSites,
    markSite,
    missingOrigins,
    onGrantsChanged: (listener: () => void) => onGrantsChanged({ changed: listener }),
    onPolicyChanged,
    readPrescribed: async () => ({
      issuers: await readPolicyTrusted(),
      universities: await readPolicyUniversities(),
      federations: await readPolicyFederations(),
    }),
    readListFaults: () => readListFaults(Date.now()),
    readTrusted,
    writeTrusted,
    parseTrusted,
    saveFile: (name: string, text: string) => saveFile(name, text, 'application/json'),
    saveCsv: (name: string, text: string) => saveFile(name, text, 'text/csv'),
    readCheckedSettings,
    isCheckedForbidden,
    writeCheckedSettings: (chosen: CheckedSettings) => writeCheckedSettings(chosen, Date.now()),
    checkedDays: { fewest: MIN_DAYS, most: MAX_DAYS },
    readChecked,
    forgetChecked,
    whyNoIssuer,
    readUniversities,
    writeUniversities,
    readFederations,
    addFederation: async (text: string) => {
      const entry = parseFederation(text);
      if (entry === null || anchorIn(entry, Date.now()) === null) return 'invalid';
      return (await addFederation(entry)) ? 'added' : 'refused';
    },
    removeFederation,
    receiptThumbprint,
    wipe,
  };
  render(<Options world={world} />, root);
}
