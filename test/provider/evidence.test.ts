/** Where each provider's shapes and answers are known from stands in its file, for whoever maintains it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROVIDERS } from '../../src/provider/registry/index.ts';

const DIRECTORY = join(import.meta.dirname, '..', '..', 'src', 'provider', 'registry');
const files = readdirSync(DIRECTORY).filter((file) => file.endsWith('.ts') && file !== 'index.ts');

/** owner/repository and a path in it. */
const CODE = /^[\w.-]+\/[\w.-]+ [\w.[\]/-]+\.\w+$/;
const DOCUMENT = /^https:\/\/\S+$/;
const CAPTURED = 'pages as they were captured in 2026';
const PUBLISHED = 'links as people publish them';

const evidenceIn = (text: string): readonly string[] =>
  [...text.matchAll(/^ {2}\/\/ Evidence: (.+)$/gm)].map(([, named = '']) => named);

describe.each(files)('%s', (file) => {
  const text = readFileSync(join(DIRECTORY, file), 'utf8');
  const evidence = evidenceIn(text);
  const id = /^ {2}id: '([\w-]+)'/m.exec(text)?.[1];
  const provider = PROVIDERS.find((each) => each.id === id);

  it('is a provider, and says where it is known from', () => {
    expect(provider).toBeDefined();
    expect(evidence).not.toEqual([]);
    const isKnown = (each: string): boolean =>
      CODE.test(each) || DOCUMENT.test(each) || each === CAPTURED || each === PUBLISHED;
    const forms = `owner/repository path/to/file.ts, https://…, ${CAPTURED}, ${PUBLISHED}`;
    expect(
      evidence.filter((each) => !isKnown(each)),
      `Evidence: is one of ${forms}`,
    ).toEqual([]);
  });

  it('names code, a document or captures where an answer is believed', () => {
    const believed = provider?.shapes
      .flatMap(({ routes }) => routes)
      .some(({ via }) => ['record', 'pointer', 'api', 'award', 'list'].includes(via));
    if (believed) expect(evidence.some((each) => each !== PUBLISHED)).toBe(true);
  });
});
