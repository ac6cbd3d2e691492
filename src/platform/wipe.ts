import { browser } from './browser.ts';
import { dropOrigins, grantedOrigins } from './permissions.ts';
import { forgetReceiptKey } from './receipt-key.ts';

/** Erases everything that the extension keeps in this browser, and returns every grant that the reader gave. */
export async function wipe(): Promise<void> {
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear(), forgetReceiptKey()]);
  const required = browser.runtime.getManifest().host_permissions ?? [];
  const optional = (await grantedOrigins()).filter((origin) => !required.includes(origin));
  if (optional.length > 0) await dropOrigins(optional);
}
