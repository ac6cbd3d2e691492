/** A worker that verifies with another library, its contexts answered at once. */
import { verifyCredential } from '@digitalcredentials/verifier-core';

interface Asked {
  readonly credential: object;
  readonly contexts: Readonly<Record<string, unknown>>;
}

chrome.runtime.onMessage.addListener(({ credential, contexts }: Asked, _sender, reply) => {
  globalThis.fetch = async (url) => Response.json(contexts[String(url)] ?? {});
  void verifyCredential({ credential: credential as never, knownDIDRegistries: [] }).then(({ log = [] }) =>
    reply(log.some(({ id, valid }) => id === 'valid_signature' && valid === true)),
  );
  return true;
});
