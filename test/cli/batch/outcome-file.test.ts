import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openOutcomes } from '../../../src/cli/batch/outcome-file.ts';

const directory = mkdtempSync(join(tmpdir(), 'touchstone-outcomes-'));
const path = join(directory, 'out.jsonl');
beforeEach(() => writeFileSync(path, 'one\ntwo\nthr'));
afterAll(() => rmSync(directory, { recursive: true }));

const sinkAt = (byte: number) => {
  const file = openOutcomes(path);
  if (!file) throw new Error('not opened');
  return file.appendFrom(byte);
};

describe('the file of outcomes', () => {
  it('is read, and written on from where its last whole line ends', async () => {
    const file = openOutcomes(path);
    const chunks: Uint8Array[] = [];
    for await (const chunk of file?.chunks ?? []) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toBe('one\ntwo\nthr');
    const sink = file?.appendFrom(8);
    expect(await Promise.all(['three\n', 'vier ä\n', 'five\n'].map((line) => sink?.write(line)))).toEqual([
      null,
      null,
      null,
    ]);
    expect(readFileSync(path, 'utf8')).toBe('one\ntwo\nthree\nvier ä\nfive\n');
  });

  it('is left to one of two runs, so that no record has two outcomes', async () => {
    const [first, second] = [sinkAt(8), sinkAt(8)];
    expect(await second.write('three of the second\n')).toBeNull();
    expect(await first.write('three of the first\n')).toMatchObject({
      kind: 'failed',
      why: expect.stringContaining('was changed by another run'),
    });
    expect(await second.write('four\n')).toBeNull();
    expect(readFileSync(path, 'utf8')).toBe('one\ntwo\nthree of the second\nfour\n');
  });

  it('is none where the path is a directory or a device', () => {
    expect(openOutcomes(directory)).toBeNull();
    expect(openOutcomes('/dev/null')).toBeNull();
  });
});
