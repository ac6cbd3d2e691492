/** A whole world for verifying, closed and still, of which a test changes the part that it is about. */
import { inProcess } from '../../src/heavy/in-process.ts';
import type { VerifyPorts } from '../../src/verify/ports.ts';
import { VERIFY_TASKS } from '../../src/verify/tasks.ts';
import { fakeNet } from './net.ts';

/** Work done on the spot. */
export const fakeHeavy = inProcess(VERIFY_TASKS);

/** The moment as of which tests judge, and every expectation of the corpus holds. */
export const NOW = Date.parse('2026-11-23T00:00:00Z');

export function fakePorts(changes: Partial<VerifyPorts> = {}): VerifyPorts {
  const memory = new Map<string, unknown>();
  return {
    net: fakeNet(),
    heavy: fakeHeavy,
    clock: { now: () => NOW },
    store: {
      get: async (key) => memory.get(key),
      set: async (key, value) => void memory.set(key, value),
      remove: async (key) => void memory.delete(key),
    },
    hosting: {
      sameRecord: (one, other) => one === other,
      providerAt: () => null,
    },
    issuers: { lookUp: async () => ({ ok: true, value: [] }) },
    contexts: { get: () => undefined },
    holder: {},
    ...changes,
  };
}

/** A world in which every issuer is listed. */
export const knowingAll: Pick<VerifyPorts, 'issuers'> = {
  issuers: { lookUp: async () => ({ ok: true, value: [{ source: 'test', name: 'Example University' }] }) },
};

/** Issuers that somebody lists, by id. */
export const knowing = (...ids: readonly string[]): Pick<VerifyPorts, 'issuers'> => ({
  issuers: {
    lookUp: async (id) => ({
      ok: true,
      value: ids.includes(id) ? [{ source: 'reader', name: 'Known' }] : [],
    }),
  },
});
