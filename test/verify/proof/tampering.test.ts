import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCredential } from '../../../src/credential/read.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../src/json.ts';
import { checkSecuring } from '../../../src/verify/proof/securing.ts';
import { issueWith } from '../../build/issue.ts';
import { SUITES } from '../../build/signer.ts';
import { credentialOf } from '../../fake/closed-world.ts';
import { fakePorts } from '../../fake/ports.ts';

type Path = readonly (string | number)[];

/** Every place in a document, leaves and containers, outside of `@context`. */
function places(value: Json | undefined, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    ...(path.length > 0 ? [path] : []),
    ...Object.entries(value)
      .filter(([name]) => name !== '@context')
      .flatMap(([name, member]) => places(member, [...path, Array.isArray(value) ? Number(name) : name])),
  ];
}

type Container = Record<string | number, Json | undefined>;
const isList = (container: Container): container is Container & Json[] => Array.isArray(container);
const containerAt = (root: JsonObject, path: Path): Container =>
  path.slice(0, -1).reduce<Container>((at, step) => at[step] as unknown as Container, root as Container);

const CHANGES: Record<string, (container: Container, name: string | number) => void> = {
  change: (container, name) => {
    const value = container[name];
    const text = typeof value === 'string' ? `${value}x` : 'other';
    container[name] = typeof value === 'number' ? value + 1 : text;
  },
  remove: (container, name) => {
    if (isList(container)) container.splice(Number(name), 1);
    else delete container[name];
  },
  'add beside': (container, name) => {
    if (isList(container)) container.push('urn:added');
    else container[`${name}Added`] = 'added';
  },
};

describe.each(SUITES)('a credential signed with %s', (suite) => {
  let signed: JsonObject;
  beforeAll(async () => {
    signed = await issueWith(suite);
  });

  it('holds as it was issued', async () => {
    const { proof, keyBinding } = await checkSecuring(credentialOf(signed), fakePorts());
    expect([proof.state, keyBinding.state], JSON.stringify({ proof, keyBinding })).toEqual([
      'passed',
      'passed',
    ]);
  });

  it.each(Object.keys(CHANGES))('never holds after: %s, at any place', async (kind) => {
    for (const path of places(signed)) {
      const mutant = structuredClone(signed) as JsonObject;
      const name = path.at(-1) as string | number;
      CHANGES[kind]?.(containerAt(mutant, path), name);
      expect(await holds(mutant), `${kind} ${path.join('/')}`).toBe(false);
    }
  });

  it('never holds after any character of a text is exchanged', async () => {
    const texts = places(signed).filter((path) => typeof at(signed, path) === 'string');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...texts),
        fc.nat(),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
        async (path, position, letter) => {
          const mutant = structuredClone(signed) as JsonObject;
          const container = containerAt(mutant, path);
          const text = String(at(signed, path));
          const index = position % Math.max(1, text.length);
          const changed = text.slice(0, index) + letter + text.slice(index + 1);
          fc.pre(changed !== text);
          container[path.at(-1) as string] = changed;
          expect(await holds(mutant), `${path.join('/')}: ${changed}`).toBe(false);
        },
      ),
      { numRuns: 60, seed: 20261123 },
    );
  });
});

const at = (root: JsonObject, path: Path): unknown =>
  path.reduce<unknown>((value, step) => (value as Container)[step], root);

async function holds(mutant: JsonObject): Promise<boolean> {
  const read = readCredential(mutant, null);
  if (!read.ok || !isJsonObject(mutant.proof)) return false;
  const { proof, keyBinding } = await checkSecuring(read.value, fakePorts());
  return proof.state === 'passed' && keyBinding.state === 'passed';
}
