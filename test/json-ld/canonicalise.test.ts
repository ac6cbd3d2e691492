import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonize } from 'rdf-canonize';
import { describe, expect, it } from 'vitest';
import type { DigestName } from '../../src/encoding/digest.ts';
import { canonicalise } from '../../src/json-ld/canonicalise.ts';
import type { Dataset } from '../../src/json-ld/dataset.ts';
import { credentialBudget } from '../../src/json-ld/work-budget.ts';
import { CORPUS, corpusIsHere } from '../fixtures/corpus.ts';
import { datasetOf } from './nquads.ts';

interface Entry {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly action: string;
  readonly result?: string;
  readonly hashAlgorithm?: string;
}

/** With as much work as one credential may cost. */
const canonicalised = (dataset: Dataset, digest: DigestName = 'sha256') =>
  canonicalise(dataset, digest, credentialBudget());

const read = (file: string): string => readFileSync(join(CORPUS, 'w3c/rdf-canon', file), 'utf8');
const entries: readonly Entry[] = corpusIsHere
  ? (JSON.parse(read('manifest.jsonld')) as { entries: Entry[] }).entries
  : [];
/** Blank nodes that only refer to each other: no credential is such a graph, and the work limit may stop them. */
const BEYOND_THE_LIMIT = /clique|poison|circle/i;

describe.skipIf(!corpusIsHere)('RDFC-1.0 over the vectors of W3C', () => {
  it.each(entries.map((entry) => [`${entry.id} ${entry.name}`, entry] as const))('%s', async (_, entry) => {
    const { dataset, names } = datasetOf(read(entry.action));
    const canonical = await canonicalised(dataset, entry.hashAlgorithm === 'SHA384' ? 'sha384' : 'sha256');
    if (!canonical.ok) {
      expect(canonical.problem.code).toBe('graph-too-complex');
      expect(entry.type === 'rdfc:RDFC10NegativeEvalTest' || BEYOND_THE_LIMIT.test(entry.name)).toBe(true);
      return;
    }
    expect(entry.type).not.toBe('rdfc:RDFC10NegativeEvalTest');
    const { text, labels } = canonical.value;
    const expected = read(entry.result ?? '');
    if (entry.type === 'rdfc:RDFC10EvalTest') expect(text).toBe(expected);
    else
      expect(Object.fromEntries(names.map((name, at) => [name, labels[at]]))).toEqual(JSON.parse(expected));
  });
});

describe('canonicalising', () => {
  const said = (lines: readonly string[]): Dataset => datasetOf(lines.join('\n')).dataset;

  it('tells nodes apart by what is said of them, in whatever order it was said', async () => {
    const lines = [
      '_:a <urn:p> "1" .',
      '_:b <urn:p> "2" .',
      '<urn:s> <urn:q> _:a .',
      '<urn:s> <urn:q> _:b _:g .',
    ];
    const [there, back] = [await canonicalised(said(lines)), await canonicalised(said(lines.toReversed()))];
    expect(there.ok && there.value.text).toMatch(/^<urn:s> <urn:q> _:c14n0 .\n/);
    expect(back.ok && there.ok && back.value.text === there.value.text).toBe(true);
  });

  it('tells apart nodes that differ only in what others far away say', async () => {
    const lines = ['_:a <urn:p> _:b .', '_:b <urn:p> _:c .', '_:c <urn:p> _:a .', '_:a <urn:q> "1" .'];
    const renamed = lines.map((line) => line.replace(/_:([abc])/g, (_, name) => `_:x${'cab'.indexOf(name)}`));
    const [one, other] = [await canonicalised(said(lines)), await canonicalised(said(renamed.toReversed()))];
    expect(one.ok && other.ok && one.value.text === other.value.text).toBe(true);
  });

  it.each([
    [
      'a clique',
      (size: number) =>
        range(size).flatMap((at) =>
          range(size)
            .filter((to) => to !== at)
            .map((to) => `_:n${at} <urn:p> _:n${to} .`),
        ),
      12,
    ],
    ['a ring', (size: number) => range(size).map((at) => `_:n${at} <urn:p> _:n${(at + 1) % size} .`), 2_000],
    ['a chain', (size: number) => range(size).map((at) => `_:n${at} <urn:p> _:n${at + 1} .`), 5_000],
  ])('stops at %s of nodes that are all alike', async (_, lines, size) => {
    const canonical = await canonicalised(said(lines(size)));
    expect(!canonical.ok && canonical.problem.code).toBe('graph-too-complex');
  });

  it('tells apart the badges of a long transcript that has no ids, as others do', async () => {
    const lines = range(100).flatMap((badge) => [
      `_:c${badge} <urn:proof> "z${badge}" _:g${badge} .`,
      `_:c${badge} <urn:subject> _:s${badge} _:g${badge} .`,
      `_:s${badge} <urn:achievement> _:a${badge} _:g${badge} .`,
      ...range(25).flatMap((skill) => [
        `_:a${badge} <urn:alignment> _:k${badge}x${skill} _:g${badge} .`,
        `_:k${badge}x${skill} <urn:name> "skill ${skill}" _:g${badge} .`,
      ]),
    ]);
    const canonical = await canonicalised(said(lines));
    const expected = await canonize(`${lines.join('\n')}\n`, {
      algorithm: 'RDFC-1.0',
      inputFormat: 'application/n-quads',
    });
    expect(canonical.ok && canonical.value.text === expected).toBe(true);
  });

  describe('statements of emoji and full-width letters', () => {
    const [emoji, wide] = ['\u{1f393}', '\uff21'];
    const lines = [
      ...[emoji, wide].map((letter) => `<urn:${letter}> <urn:p> "1" .`),
      ...[emoji, wide].map((letter) => `<urn:s> <urn:${letter}> "1" .`),
      ...[emoji, wide].map((letter) => `_:a <urn:p> "${letter}" .`),
      '_:b <urn:p> "2" .',
    ];
    /** UTF-8 keeps the order of code points. */
    const byBytes = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other));
    const textOf = (written: readonly string[]): string =>
      written
        .toSorted(byBytes)
        .map((line) => `${line}\n`)
        .join('');

    it('are sorted as it is asked, those that name a node too', async () => {
      const hashOf = (name: string): string => {
        const own = lines.filter((line) => line.startsWith(name)).map((line) => line.replace(name, '_:a'));
        return createHash('sha256').update(textOf(own)).digest('hex');
      };
      const first = hashOf('_:a') < hashOf('_:b') ? '_:a' : '_:b';
      const canonical = await canonicalise(said(lines), 'sha256', credentialBudget(), byBytes);
      const named = lines.map((line) =>
        line.replace(/^_:[ab]/, (name) => (name === first ? '_:c14n0' : '_:c14n1')),
      );
      expect(canonical.ok && canonical.value.text).toBe(textOf(named));
    });

    it('are sorted as other libraries sort them, where nothing is asked', async () => {
      const canonical = await canonicalised(said(lines));
      const options = { algorithm: 'RDFC-1.0', inputFormat: 'application/n-quads' } as const;
      expect(canonical.ok && canonical.value.text).toBe(await canonize(`${lines.join('\n')}\n`, options));
    });
  });

  it('takes no more work for a second graph than the first one left', async () => {
    const alike = said(range(40).map((at) => `_:n${at} <urn:p> _:n${(at + 1) % 40} .`));
    const budget = credentialBudget();
    const codes: string[] = [];
    for (let at = 0; at < 20; at++) {
      const canonical = await canonicalise(alike, 'sha256', budget);
      codes.push(canonical.ok ? 'in form' : canonical.problem.code);
    }
    expect([codes[0], codes.at(-1)]).toEqual(['in form', 'graph-too-complex']);
  });

  it('takes one look at each of many nodes that say nothing of each other', async () => {
    const canonical = await canonicalised(said(range(3_000).map((at) => `_:n${at} <urn:p> "${at}" .`)));
    expect(canonical.ok && canonical.value.labels.length).toBe(3_000);
  });
});

const range = (size: number): readonly number[] => Array.from({ length: size }, (_, at) => at);
