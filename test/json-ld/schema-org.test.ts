import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';

const FILE = join(import.meta.dirname, '../../src/json-ld/context/bundled/schema-org-29.3.json');
const whole = readFileSync(FILE, 'utf8');

beforeEach(() => vi.resetModules());

/** What is found at schema.org where the text apart from the program is this one. */
async function foundIn(text: string): Promise<string> {
  vi.doMock('../../src/json-ld/context/bundled/schema-org-29.3.json?raw', () => ({ default: text }));
  const { snapshotsAt } = await import('../../src/json-ld/context/bundled/shelf.ts');
  const found = await snapshotsAt('https://schema.org/');
  return found.ok ? found.value.map(({ name }) => name).join() : found.problem.code;
}

it('the context of schema.org is taken with the bytes that were published, and with no others', async () => {
  expect(await foundIn(whole)).toBe('schema-org-29.3');
  vi.resetModules();
  expect(await foundIn(whole.replace('"schema:Person"', '"schema:Place"'))).toBe('part-missing');
  vi.resetModules();
  expect(await foundIn(`${whole} `)).toBe('part-missing');
});
