import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Credential } from '../../../src/credential/model.ts';
import { parse } from '../../../src/credential/parse.ts';
import { checkSecuring, type Securing } from '../../../src/verify/proof/securing.ts';
import { fileOf } from '../../build/file.ts';
import { fakeNet } from '../../fake/net.ts';
import { fakePorts } from '../../fake/ports.ts';
import {
  CORPUS,
  type CorpusEntry,
  corpus,
  corpusBytes,
  corpusIsHere,
  corpusWorld,
} from '../../fixtures/corpus.ts';

const FORMATS = new Set(['ob3-di', 'ob3-jwt', 'vc', 'clr2', 'statuslist']);
const entries = corpus.filter(
  ({ format, file, needs }) => FORMATS.has(format) && existsSync(join(CORPUS, file)) && Array.isArray(needs),
);

async function read(entry: CorpusEntry): Promise<readonly Credential[]> {
  const read = await parse(fileOf(corpusBytes(entry.file)));
  return read.ok ? read.value.credentials : [];
}

async function secure(entry: CorpusEntry): Promise<readonly Securing[]> {
  const credentials = await read(entry);
  const net = fakeNet(corpusWorld(entry));
  return Promise.all(
    credentials
      .filter(({ source }) => source.securing === 'embedded' || source.securing === 'enveloping')
      .map((credential) => checkSecuring(credential, fakePorts({ net }))),
  );
}

/** Entries that their source calls valid, and the code by which a clause of our specifications decides otherwise. */
const OTHERWISE: ReadonlyMap<string, string> = new Map([
  // OB 3.0 §8.2.4: `iss` and `sub` MUST be the issuer's and the subject's ids. Both are somebody else's here.
  ['waltid/openbadgecredential_sample.signed.jwt', 'claims-contradict'],
]);

function isUnserved(entry: CorpusEntry): boolean {
  const text = readFileSync(join(CORPUS, entry.file), 'latin1');
  const [, address] = /"verificationMethod":\s*"(https:[^"#]*)/.exec(text) ?? [];
  return address !== undefined && !entry.needs.some(({ url }) => url === address);
}

const told = ({ proof, keyBinding }: Securing): string =>
  `${proof.state}/${proof.problem?.code ?? '-'} ${keyBinding.state}/${keyBinding.problem?.code ?? '-'}`;
const holds = ({ proof, keyBinding }: Securing): boolean =>
  proof.state === 'passed' && keyBinding.state === 'passed';

describe.skipIf(!corpusIsHere)('the corpus, by proof and key binding', () => {
  const sound = entries.filter(
    ({ file, proof_check: check, expected, format }) =>
      expected === 'valid' && (check === 'ok' || format === 'ob3-jwt') && !OTHERWISE.has(file),
  );
  it.each([...OTHERWISE])('%s fails with %s, whatever its suite expects', async (file, code) => {
    const entry = entries.find((other) => other.file === file);
    const [first] = entry ? await secure(entry) : [];
    expect(first?.proof.problem?.code).toBe(code);
  });

  it.each(sound.map((entry) => [entry.file, entry] as const))('%s holds', async (_, entry) => {
    const [first] = await secure(entry);
    expect(first, 'nothing read').toBeDefined();
    if (!first) return;
    // A key that stands only in a URL's fragment is never believed (contract.md), nor one that nobody serves here.
    const looked = /fragment|self-asserted/.test(entry.trust_note ?? '') || isUnserved(entry);
    if (looked) expect(['passed', 'warned', 'inconclusive'], told(first)).toContain(first.proof.state);
    else expect(['passed', 'warned'], told(first)).toContain(first.proof.state);
    if (entry.issuer_bound === false || looked) expect(holds(first), told(first)).toBe(false);
    else expect(first.keyBinding.state, told(first)).toBe('passed');
  });

  const derived = entries.filter(({ file }) => file.startsWith('derived/'));
  it.each(derived.map((entry) => [entry.file, entry] as const))('%s does not hold', async (_, entry) => {
    for (const securing of await secure(entry)) expect(holds(securing), told(securing)).toBe(false);
  });
});
