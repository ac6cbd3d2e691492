/** What is read out of a document, and what is odd about it. */
import type { Credential, Document } from '../../src/credential/model.ts';
import { parse } from '../../src/credential/parse.ts';
import { typeProblems } from '../../src/credential/shape/mapped-types.ts';
import type { JsonObject } from '../../src/json.ts';
import { fileOf } from '../build/file.ts';

/** All credentials of a document; a problem throws, with its code. */
export async function read(
  content: JsonObject | readonly unknown[] | string,
): Promise<readonly Credential[]> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const parsed = await parse(fileOf(text));
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return parsed.value.credentials;
}

export async function readOne(content: JsonObject | string): Promise<Credential> {
  const [only, ...more] = await read(content);
  if (only === undefined || more.length > 0) throw new Error('not exactly one');
  return only;
}

export async function codeOf(
  content: string | Uint8Array,
  override: Partial<Document> = {},
): Promise<string> {
  const parsed = await parse(fileOf(content, override));
  return parsed.ok ? 'ok' : parsed.problem.code;
}

/** What is odd about its shape, and its types that nothing maps. */
export const defectsIn = async (credential: Credential): Promise<readonly string[]> =>
  [...credential.defects, ...(await typeProblems(credential))].map(({ code, at }) =>
    `${code} ${at ?? ''}`.trim(),
  );

export const defectsOf = async (content: JsonObject | string): Promise<readonly string[]> =>
  defectsIn(await readOne(content));
