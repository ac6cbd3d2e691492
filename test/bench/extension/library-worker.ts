/** A worker that verifies with the package, one credential after the other, and does nothing else. */
import { createVerifier } from '../../../src/library/browser.ts';

chrome.runtime.onMessage.addListener((credentials: readonly string[], _sender, reply) => {
  void verifyAll(credentials).then(reply);
  return true;
});

/** How many are authentic, and how many milliseconds it took to find out. */
async function verifyAll(credentials: readonly string[]): Promise<{ authentic: number; taken: number }> {
  const verifier = createVerifier();
  let authentic = 0;
  const begun = performance.now();
  for (const credential of credentials) {
    const { items } = await verifier.verify(credential);
    if (items[0]?.status === 'signature-verified') authentic += 1;
  }
  return { authentic, taken: performance.now() - begun };
}
