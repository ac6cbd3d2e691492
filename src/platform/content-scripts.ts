import { browser } from './browser.ts';
import { missingOrigins } from './permissions.ts';
import { scriptPath } from './tabs.ts';

const ID = 'watch';

/**
 * Makes the browser run the script on exactly those sites that are both named and granted now. In Firefox the reader
 * can withdraw any grant in the add-on manager, and an update renames the script. So this runs at every start and
 * whenever sites or grants change.
 */
export async function registerOn(sites: readonly string[], file: string): Promise<void> {
  const missing = await missingOrigins(sites);
  const matches = sites.filter((site) => !missing.includes(site));
  const { scripting } = browser;
  const registered = await scripting.getRegisteredContentScripts({ ids: [ID] });
  if (registered.length > 0) await scripting.unregisterContentScripts({ ids: [ID] });
  if (matches.length === 0) return;
  await scripting.registerContentScripts([
    {
      id: ID,
      matches: [...matches],
      js: [scriptPath(file)],
      runAt: 'document_idle',
      persistAcrossSessions: true,
    },
  ]);
}
