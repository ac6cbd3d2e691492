/** Every credential of the corpus that holds, as text: images are unpacked, their containers have tests of their own. */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { readBakedPng } from '../../src/encoding/png.ts';
import { readBakedSvg } from '../../src/encoding/svg.ts';
import type { FakeDocument } from '../fake/net.ts';
import { CORPUS, type CorpusEntry, credentialEntries, demandOf } from '../fixtures/corpus.ts';
import { type Source, shareOf } from './source.ts';

const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(join(CORPUS, file)));

async function textOf(file: string): Promise<string | null> {
  const bytes = bytesOf(file);
  const text = new TextDecoder().decode(bytes);
  if (!['.png', '.svg'].includes(extname(file))) return text;
  const baked = extname(file) === '.png' ? await readBakedPng(bytes) : readBakedSvg(text);
  return baked.ok ? (baked.value[0] ?? null) : null;
}

const worldOf = ({ needs }: CorpusEntry): Record<string, FakeDocument> =>
  Object.fromEntries(
    needs
      .filter(({ file }) => file !== null)
      .map(({ url, file, status }) => [url, { body: bytesOf(file as string), ...(status && { status }) }]),
  );

/** Empty where the corpus is absent. */
export async function fixtureSources(): Promise<readonly Source[]> {
  const holding = credentialEntries.filter((entry) => demandOf(entry) === 'holds');
  const read = holding.map(async (entry): Promise<Source | null> => {
    const text = await textOf(entry.file);
    // An image may hold no more than the address of its badge.
    if (text === null || !/^[{[]|^[\w-]+\./.test(text)) return null;
    return {
      name: entry.file,
      text: text.trim(),
      documents: worldOf(entry),
      share: shareOf(text.trim()),
    };
  });
  return (await Promise.all(read)).filter((source) => source !== null);
}
