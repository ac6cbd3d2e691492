/** The whole story, from link to verdict, for every credential of the world. */

import { describe, expect, it } from 'vitest';
import { inspectCandidate } from '../../src/inspect.ts';
import type { Item } from '../../src/item.ts';
import { createNet } from '../../src/net/guard.ts';
import { hosting } from '../../src/provider/hosting.ts';
import { recogniseLink } from '../../src/recognise/recognise.ts';
import { succeed } from '../../src/result.ts';
import type { VerifyPorts } from '../../src/verify/ports.ts';
import { recognitionOf } from '../../src/verify/trust/recognised.ts';
import { fakeHeavy } from '../fake/ports.ts';
import { worldTransport } from './transport.ts';
import { buildWorld, HOLDER, TRUSTED } from './world.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
const clock = { now: () => NOW.getTime() };
const world = await buildWorld(NOW);
const ports: VerifyPorts = {
  heavy: fakeHeavy,
  net: createNet({ transport: worldTransport(world), clock }),
  clock,
  store: memoryStore(),
  hosting,
  issuers: {
    // The reader's own list, and the one that is shipped.
    lookUp: async (issuerId) =>
      succeed([
        ...TRUSTED.filter(({ id }) => id === issuerId).map(({ name }) => ({ source: 'reader', name })),
        ...[recognitionOf(issuerId, hosting.sameRecord)].filter((each) => each !== null),
      ]),
  },
  contexts: { get: () => undefined },
  holder: { email: HOLDER.email },
};

function memoryStore(): VerifyPorts['store'] {
  const values = new Map<string, unknown>();
  return {
    get: async (key) => values.get(key),
    set: async (key, value) => void values.set(key, value),
    remove: async (key) => void values.delete(key),
  };
}

async function itemsOf(link: string): Promise<readonly Item[]> {
  const candidate = recogniseLink(link);
  if (candidate === null) throw new Error(`not recognised: ${link}`);
  return inspectCandidate(candidate, ports);
}

describe('every credential of the world earns what it is expected to earn', () => {
  it.each([...world.credentials.keys()])('%s', async (id) => {
    const credential = world.credentials.get(id);
    const [item, ...more] = await itemsOf(credential?.link ?? '');
    const { status, standing, reason, also } = credential?.expected ?? {};
    expect(more).toEqual([]);
    expect({ ...item?.verdict, also: [...(item?.verdict.also ?? [])].sort() }).toEqual({
      status,
      standing,
      reason,
      also: [...(also ?? [])].sort(),
    });
  });
});
