/**
 * What a credential states under its signature, by an oracle that shares no code with the verifier: canonical N-Quads
 * by jsonld and rdf-canonize, JCS by canonicalize, or the token's own signing input. Two credentials with one
 * fingerprint are the same signed statement, however differently they are written.
 */
import canonicalize from 'canonicalize';
import { BUNDLED } from '../build/bundled.ts';
import { loaderFor } from '../build/loader.ts';
import { statedBy } from '../build/rdfc.ts';
import type { FakeDocument } from '../fake/net.ts';
import { isObject, type Json, type JsonObject } from './place.ts';
import { splitToken } from './token-mutations.ts';

const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]*(?:~[\w.~-]*)?$/;

type Documents = Readonly<Record<string, FakeDocument>>;

/** How deep to look: `text` compares JCS, and knows what is only written otherwise; `graph` compares what is signed. */
export type Depth = 'text' | 'graph';
/** One secured thing: a fingerprint for each way to read it. */
export type Statement = readonly string[];

/** Everything secured in a text, at any depth; nothing where the text is none that can be told. */
export async function statementsIn(
  text: string,
  documents: Documents,
  depth: Depth,
): Promise<readonly Statement[]> {
  const bare = text.trim().replace(/^data:application\/[^,]*,/, '');
  if (TOKEN.test(bare)) return [[tokenStatement(bare)]];
  let root: Json;
  try {
    root = JSON.parse(text.replace(/^\ufeff/, '')) as Json;
  } catch {
    return [];
  }
  return hasProto(root) ? [] : walk(root, documents, depth);
}

/** How many of these are among those. */
export const inCommon = (these: readonly Statement[], those: readonly Statement[]): number => {
  const known = new Set(those.flat());
  return these.filter((statement) => statement.some((one) => known.has(one))).length;
};

/** What jsonld drops before hashing was never signed. */
const hasProto = (value: Json): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (Object.hasOwn(value, '__proto__') || Object.values(value).some(hasProto));

async function walk(value: Json, documents: Documents, depth: Depth): Promise<readonly Statement[]> {
  if (typeof value === 'string') {
    const inner = value.replace(/^data:application\/[^,]*,/, '');
    return TOKEN.test(inner) && inner.length > 100 ? [[tokenStatement(inner)]] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const token = isObject(value) ? compactOf(value) : null;
  if (token !== null) return [[tokenStatement(token)]];
  const secured = isObject(value) && value.proof !== undefined;
  const own = secured
    ? [depth === 'text' ? asWritten(value) : await embeddedStatements(value, documents)]
    : [];
  const below: Statement[] = [];
  for (const member of Object.values(value)) below.push(...(await walk(member, documents, depth)));
  return [...own, ...below];
}

const asWritten = (value: JsonObject): Statement => {
  try {
    return [canonicalize(value) ?? ''];
  } catch {
    // Half a surrogate pair has no canonical form.
    return [];
  }
};

/** The compact form of a JWS in JSON of one signature (RFC 7515 §7.2), or of an SD-JWT (RFC 9901 §8.1). Null for all else. */
function compactOf({ payload, signatures, ...rest }: JsonObject): string | null {
  const [one, ...more] = [signatures ?? rest].flat().filter(isObject);
  if (typeof payload !== 'string' || typeof one?.signature !== 'string' || more.length > 0) return null;
  const header = isObject(one.header) ? one.header : {};
  const shown = header.disclosures === undefined ? [] : ['', ...[header.disclosures].flat(), ''];
  return `${one.protected}.${payload}.${one.signature}${shown.join('~')}`;
}

/** The signing input and the signature; an SD-JWT states what its disclosures show, in any order. */
function tokenStatement(text: string): string {
  const { header, payload, signature, rest } = splitToken(text);
  const jws = `${header}.${payload}.${signature}`;
  return rest === null ? jws : `${jws}~${[...rest.slice(0, -1)].sort().join('~')}`;
}

async function embeddedStatements(document: JsonObject, documents: Documents): Promise<readonly string[]> {
  const { proof, ...bare } = document;
  // A set in a set is one set (JSON-LD 1.1 §4.3.1).
  const proofs = [proof].flat(8 as 1).filter(isObject);
  const statements: string[] = [];
  for (const one of proofs) {
    const { proofValue, jws, ...config } = one;
    const signature = JSON.stringify(proofValue ?? jws ?? null);
    const chain = config.previousProof === undefined ? bare : document;
    if (String(one.cryptosuite ?? '').includes('jcs'))
      statements.push([signature, canonicalize(config), canonicalize(chain)].join('\n'));
    else
      for (const quads of await readings(chain, config, documents)) statements.push(`${signature}\n${quads}`);
  }
  return statements;
}

async function readings(
  document: JsonObject,
  config: JsonObject,
  documents: Documents,
): Promise<Set<string>> {
  const offered = (url: string): unknown => {
    const body = documents[url]?.body;
    return body instanceof Uint8Array ? JSON.parse(new TextDecoder().decode(body)) : body;
  };
  const found = new Set<string>();
  for (let place = 0; place < contentsOf(document); place++) {
    const said = await statedBy(loaderFor(place, offered), document, config);
    if (said) found.add(said.join('\n'));
  }
  return found;
}

/** How many published contents the addresses have that a document may mean. */
function contentsOf(document: JsonObject): number {
  const text = JSON.stringify(document);
  const counts = [...BUNDLED].flatMap(([url, contents]) => (text.includes(url) ? [contents.length] : []));
  return Math.max(1, ...counts);
}
