/**
 * `import { verify } from 'touchstone'` on Node. Requests go out by node:https; work that may run away has a thread.
 */
import { killable } from '../heavy/killable.ts';
import { computeNatively } from '../node/native-crypto.ts';
import { nodeThread } from '../node/node-thread.ts';
import { createNodeTransport } from '../node/node-transport.ts';
import { libraryIn } from './verifier.ts';

export type * from './types.ts';

/** Beside this file in the package. In one expression, the bundler would take it for an asset and inline its source. */
const here = import.meta.url;
const thread = new URL('./thread.js', here);

computeNatively();

export const { createVerifier, verify, inspect } = libraryIn({
  transport: createNodeTransport(),
  heavy: killable(nodeThread(thread)),
  clock: { now: () => Date.now() },
});
