import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type Json, type JsonObject } from '../../src/json.ts';
import { CORPUS, corpusIsHere } from '../fixtures/corpus.ts';
import { bundledSet, compare } from './differential/compare.ts';
import { withoutProof } from './differential/oracle.ts';

const FOLDERS = ['1edtech', 'dcc', 'jff-plugfest', 'ssi', 'synthetic', 'w3c', 'waltid', 'attacks'];
const MAX_CHARACTERS = 60_000;

/** Every object with a context of its own, as its proof covers it: credentials, and those inside them. */
function documentsIn(value: Json, found: Map<string, JsonObject>): void {
  if (typeof value !== 'object' || value === null) return;
  if (isJsonObject(value) && value['@context'] !== undefined) {
    const document = withoutProof(value);
    const text = JSON.stringify(document);
    if (text.length < MAX_CHARACTERS && isCredential(document)) found.set(text, document);
  }
  for (const [name, member] of Object.entries(value))
    if (name !== '@context') documentsIn(member as Json, found);
}

const isCredential = (document: JsonObject): boolean =>
  /^https:\/\/www\.w3\.org\/(2018|ns)\/credentials/.test(String([document['@context']].flat()[0]));

function corpusDocuments(folder: string): readonly JsonObject[] {
  const found = new Map<string, JsonObject>();
  for (const file of readdirSync(join(CORPUS, folder), { recursive: true, encoding: 'utf8' })) {
    if (!/\.json(ld)?$/.test(file)) continue;
    try {
      documentsIn(JSON.parse(readFileSync(join(CORPUS, folder, file), 'utf8')) as Json, found);
    } catch (trouble) {
      // Some fixtures are broken on purpose.
      if (!(trouble instanceof SyntaxError)) throw trouble;
    }
  }
  return [...found.values()];
}

describe.skipIf(!corpusIsHere)('the walk beside jsonld.js, over the credentials of the corpus', () => {
  it.each(FOLDERS)('differs in none of %s, and leaves few to the general processor', async (folder) => {
    const kinds = new Map<string, number>();
    const differences: string[] = [];
    for (const document of corpusDocuments(folder)) {
      const { kind, detail } = await compare(
        document,
        bundledSet(document, () => 0),
      );
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if (kind === 'different') differences.push(`${detail}: ${JSON.stringify(document).slice(0, 400)}`);
    }
    expect(differences).toEqual([]);
    expect(kinds.size).toBeGreaterThan(0);
    expect((kinds.get('refused') ?? 0) * 20).toBeLessThanOrEqual(kinds.get('same') ?? 0);
  });
});
