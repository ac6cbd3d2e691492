/** A worker that verifies with another library. It has the contexts; the schema that it asks for allows everything. */
import { verifyCredential } from '@digitalcredentials/verifier-core';

interface Asked {
  readonly credential: object;
  readonly times: number;
}

globalThis.fetch = async () => Response.json({});

chrome.runtime.onMessage.addListener(({ credential, times }: Asked, _sender, reply) => {
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
