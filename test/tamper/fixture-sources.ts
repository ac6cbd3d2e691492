/** Every credential of the corpus that holds, as text: images are unpacked, their containers have tests of their own. */
import { extname } from 'node:path';
import { readBakedPng } from '../../src/encoding/png.ts';
import { readBakedSvg } from '../../src/encoding/svg.ts';
import { corpusBytes, corpusWorld, credentialEntries, demandOf } from '../fixtures/corpus.ts';
import { type Source, shareOf } from './source.ts';

async function textOf(file: string): Promise<string | null> {
  const bytes = corpusBytes(file);
  const text = new TextDecoder().decode(bytes);
  if (!['.png', '.svg'].includes(extname(file))) return text;
  const baked = extname(file) === '.png' ? await readBakedPng(bytes) : readBakedSvg(text);
  return baked.ok ? (baked.value[0] ?? null) : null;
}

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
      documents: corpusWorld(entry),
      share: shareOf(text.trim()),
    };
  });
  return (await Promise.all(read)).filter((source) => source !== null);
}
