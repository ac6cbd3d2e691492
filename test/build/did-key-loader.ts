/** A document loader of the Digital Bazaar libraries that knows contexts and keys, never the network. */
import { loaderFor } from './loader.ts';

const MULTIKEY = 'https://w3id.org/security/multikey/v1';

/** did:key by its definition: the document is nothing but its own key, for assertion. */
export function didKeyLoader(documents: (url: string) => unknown): DigitalBazaar.Loader {
  const contexts = loaderFor(0, documents);
  return async (url) => {
    if (!url.startsWith('did:key:')) return contexts(url);
    const [did = '', fragment] = url.split('#');
    const publicKeyMultibase = did.slice('did:key:'.length);
    const method = {
      id: `${did}#${publicKeyMultibase}`,
      type: 'Multikey',
      controller: did,
      publicKeyMultibase,
    };
    const document =
      fragment === undefined
        ? {
            '@context': ['https://www.w3.org/ns/did/v1', MULTIKEY],
            id: did,
            verificationMethod: [method],
            assertionMethod: [method.id],
          }
        : { '@context': MULTIKEY, ...method };
    return { contextUrl: null, document, documentUrl: url };
  };
}
