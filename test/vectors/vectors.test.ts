import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { corpusIsHere } from '../fixtures/corpus.ts';
import { measureVectors, vectorsTable } from './figures.ts';

describe.skipIf(!corpusIsHere)('the table in docs/conformance.md of vectors', () => {
  it('says what the vectors say, and that all of them pass', async () => {
    const figures = await measureVectors();
    const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'conformance.md'), 'utf8');
    const [, table] = /<!-- vectors:start -->\n([\s\S]*?)\n<!-- vectors:end -->/.exec(page) ?? [];
    expect(table).toBe(vectorsTable(figures));
    expect(figures.filter(({ vectors, passed, stopped }) => passed + stopped < vectors)).toEqual([]);
  }, 300_000);
});
