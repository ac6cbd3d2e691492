import { sha256Hex } from '../../encoding/digest.ts';
import { parseJson } from '../../encoding/json.ts';
import { decodeText } from '../../encoding/text.ts';
import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import type { OfferedContexts } from '../../ports.ts';
import { fail, type Result, succeed } from '../../result.ts';
import { isBundled, snapshotsAt } from './bundled/shelf.ts';
import type { Snapshot } from './bundled/snapshot.ts';

/** The content of one context address while a credential is verified. */
export interface ContextCopy {
  readonly url: string;
  /** The bundle's name for this content. Null for a copy that the operator of the program provides. */
  readonly name: string | null;
  readonly sha256: string;
  readonly document: Json;
}

const MAX_CONTEXT_BYTES = 256 * 1024;

/**
 * The contents that an address may stand for, likeliest first. Bundled addresses are served from the bundle alone.
 * Other addresses are served only from the offered contexts (docs/decisions.md#contexts). Nothing is ever fetched.
 *
 * Problems: `context-unknown`, also where the offered copy is no context · `context-mismatch` (the offered copy of a
 * bundled address is no published content) · `context-too-large`, `part-missing`.
 */
export async function copiesOf(
  url: string,
  offered: OfferedContexts,
): Promise<Result<readonly ContextCopy[]>> {
  const bytes = offered.get(url);
  if (isBundled(url)) {
    const bundled = await snapshotsAt(url);
    if (!bundled.ok) return bundled;
    const copies = bundled.value.map((snapshot) => copyAt(url, snapshot));
    if (!bytes) return succeed(copies);
    const digest = await sha256Hex(bytes);
    const same = copies.filter((copy) => copy.sha256 === digest);
    return same.length > 0 ? succeed(same) : fail('context-mismatch', { params: { context: url, digest } });
  }
  return bytes ? pinnedCopy(url, bytes) : fail('context-unknown', { params: { context: url } });
}

/** An address may have several contents, of which few are read. Each stays unparsed until it is read. */
const copyAt = (url: string, snapshot: Snapshot): ContextCopy => ({
  url,
  name: snapshot.name,
  get sha256() {
    return snapshot.sha256;
  },
  get document() {
    return snapshot.document;
  },
});

async function pinnedCopy(url: string, bytes: Uint8Array): Promise<Result<readonly ContextCopy[]>> {
  if (bytes.length > MAX_CONTEXT_BYTES) return fail('context-too-large', { params: { context: url } });
  const document = readContextDocument(bytes);
  // Whoever offers a broken copy says nothing about the record, which may be sound.
  if (!document.ok) return fail('context-unknown', { params: { context: url }, cause: document.problem });
  return succeed([{ url, name: null, sha256: await sha256Hex(bytes), document: document.value }]);
}

/** JSON-LD 1.1 API §9.4.2, "invalid remote context": an object with a context in it. */
function readContextDocument(bytes: Uint8Array): Result<JsonObject> {
  const text = decodeText(bytes, null);
  if (!text.ok) return text;
  const json = parseJson(text.value);
  if (!json.ok) return json;
  const document = json.value;
  const isContext = isJsonObject(document) && ['object', 'string'].includes(typeof document['@context']);
  return isContext ? succeed(document) : fail('json-ld-malformed');
}

/** The context definitions in a context document, with the outermost list flattened. */
export function definitionsIn(document: Json): readonly Json[] {
  return isJsonObject(document) ? asArray(document['@context']) : [];
}
