import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { measure } from '../../scripts/measure-detection.ts';
import { recogniseLink } from '../../src/recognise/recognise.ts';

const FIXTURES = join(import.meta.dirname, '../../../shared/fixtures');
const present = existsSync(join(FIXTURES, 'INDEX.json'));

describe.skipIf(!present)('pages marked by hand (../shared/fixtures)', () => {
  let result: ReturnType<typeof measure>;
  beforeAll(() => {
    result = measure(FIXTURES);
  });

  it('are read with recall 0.99 and precision 0.995, no decoy taken and nothing reported twice', () => {
    expect(result.marked).toBeGreaterThan(500);
    expect(1 - result.missed.length / result.marked).toBeGreaterThanOrEqual(0.99);
    expect(1 - result.extra.length / result.found).toBeGreaterThanOrEqual(0.995);
    expect(result.fooled).toEqual([]);
    expect(result.doubled).toEqual([]);
    expect(result.bakedImages[0]).toBe(result.bakedImages[1]);
  });

  it('are read entry by entry: nothing missed, nothing more, and wholly right', () => {
    const { marked, reported, found, right, wrong } = result.entries;
    expect(marked).toBeGreaterThan(30);
    expect(found / marked).toBeGreaterThanOrEqual(0.99);
    expect(found / reported).toBeGreaterThanOrEqual(0.99);
    expect(right / marked, wrong.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  const corpus: readonly { url: string; expect: { kind: string } | null; note: string }[] = present
    ? JSON.parse(readFileSync(join(FIXTURES, 'pages/url-corpus.json'), 'utf8'))
    : [];

  it.each(corpus)('$url ($note)', ({ url, expect: expected }) => {
    const candidate = recogniseLink(url);
    if (expected === null) expect(candidate === null || candidate.kind === 'form').toBe(true);
    else expect(candidate?.kind === 'collection').toBe(expected.kind === 'profile');
  });
});
