/** JSON-LD contexts for issuing, from copies of their own: the issuers of the tests never lean on what is tested. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suiteContext } from '@digitalbazaar/ed25519-signature-2020';
import { defaultDocumentLoader } from '@digitalbazaar/vc';
import { loaderFor } from './loader.ts';

export const VC_1 = 'https://www.w3.org/2018/credentials/v1';
export const VC_2 = 'https://www.w3.org/ns/credentials/v2';
export const OB_3_0_1 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json';
export const OB_3_0_3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
export const ED25519_2020 = 'https://w3id.org/security/suites/ed25519-2020/v1';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'context', name), 'utf8'));

const bundled = loaderFor();

const KNOWN = new Map<string, unknown>([
  [OB_3_0_1, read('ob-3.0.1.json')],
  [OB_3_0_3, read('ob-3.0.3.json')],
  ...suiteContext.contexts,
]);

/** A document loader of the Digital Bazaar libraries: contexts, and whatever else the test knows. Never the network. */
export function contextLoader(documents?: (url: string) => unknown): DigitalBazaar.Loader {
  return async (url) => {
    const document = KNOWN.get(url) ?? documents?.(url);
    if (document !== undefined) return { contextUrl: null, document, documentUrl: url };
    // Suites of today in a model of yesterday bring a context that the library does not know by itself.
    return defaultDocumentLoader(url).catch(() => bundled(url));
  };
}
