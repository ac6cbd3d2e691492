/** A worker that verifies with another library, its contexts answered at once. */
import { verifyCredential } from '@digitalcredentials/verifier-core';

interface Asked {
  readonly credential: object;
  readonly contexts: Readonly<Record<string, unknown>>;
  readonly times: number;
}

chrome.runtime.onMessage.addListener(({ credential, contexts, times }: Asked, _sender, reply) => {
  globalThis.fetch = async (input) => Response.json(contexts[new Request(input).url] ?? {});
  void verifyAgain(credential, times).then(reply);
  return true;
});

async function verifyAgain(credential: object, times: number): Promise<boolean> {
  let isGood = true;
  for (let count = 0; count < times; count += 1) {
    const { log = [] } = await verifyCredential({ credential: credential as never, knownDIDRegistries: [] });
    isGood &&= log.some(({ id, valid }) => id === 'valid_signature' && valid === true);
  }
  return isGood;
}
