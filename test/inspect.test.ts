import { describe, expect, it } from 'vitest';
import type { Document } from '../src/credential/model.ts';
import { inspectDocument } from '../src/inspect.ts';
import type { JsonObject } from '../src/json.ts';
import { fakePorts } from './fake/ports.ts';
import { issueFor } from './verify/proof/issue.ts';

const fileOf = (json: JsonObject): Document => ({
  bytes: new TextEncoder().encode(JSON.stringify(json)),
  contentType: null,
  charset: null,
  url: null,
  origin: 'file',
});
const presentationOf = (credentials: readonly JsonObject[]): JsonObject => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiablePresentation'],
  verifiableCredential: credentials,
});
describe('a document with several credentials', () => {
  it('gives each of them an item of its own, within the one that contains it', async () => {
    const { credential } = await issueFor('eddsa-rdfc-2022');
    const items = await inspectDocument(fileOf(presentationOf([credential, credential])), fakePorts());
    const [outer, ...inner] = items;
    expect(outer?.verdict.status).toBe('not-checked');
    expect(inner.map(({ verdict }) => verdict.status)).toEqual(['signature-verified', 'signature-verified']);
    expect(inner.map(({ within }) => within)).toEqual([outer?.key, outer?.key]);
  });
});
