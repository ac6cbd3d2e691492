import { isPng } from '../encoding/is-png.ts';
import { parseJson } from '../encoding/json.ts';
import { readBakedPng } from '../encoding/png.ts';
import { isSvg, readBakedSvg } from '../encoding/svg.ts';
import { decodeText } from '../encoding/text.ts';
import type { ProblemCode } from '../problem.ts';
import { fail, type Result, succeed } from '../result.ts';
import { type Contents, only, together } from './contents.ts';
import { isDataUrl, readDataUrl } from './data-url.ts';
import { isEuropassXml } from './europass.ts';
import { findCredentials } from './find.ts';
import { readHostedReference } from './hosted-reference.ts';
import { isBrokenAward, readEmbeddedTexts } from './html.ts';
import { isCompactToken } from './jwt.ts';
import type { Document } from './model.ts';
import { readCredential } from './read.ts';

/** The limit for records of many credentials, which may be larger than a single one (CLR 2.0, presentations). */
const MAX_CHARACTERS = 8 * 1024 * 1024;
const MAX_SINGLE_CHARACTERS = 2 * 1024 * 1024;

/**
 * Every credential in a document, whatever contains it. The bytes decide the format, never a name or a media type.
 * Formats: PNG and SVG images with baked credentials, JSON in any Unicode encoding, JWS, JWT and SD-JWT (compact or in
 * JSON form), `data:` addresses, HTML with JSON-LD, presentations (one Credential, with its credentials in `contained`),
 * arrays and API wrappers.
 *
 * Problems: `empty-document`, those of the decoders (`json-…`, `png-malformed`, `baked-twice`, `image-not-baked`,
 * `text-not-unicode`, `jwt-malformed`), `html-not-json` and `answer-not-understood` for an answer of a server that is
 * no credential, `no-credential-found` elsewhere, `definition-not-award`, `unknown-format`, `europass-sealed`.
 */
export async function parse(document: Document): Promise<Result<Contents>> {
  const read = await readDocument(document, 0);
  if (read.ok || document.origin !== 'fetched' || !UNEXPECTED.has(read.problem.code)) return read;
  // An answer of another shape says nothing about the credential (docs/decisions.md#answers-of-another-shape).
  return fail('answer-not-understood', { cause: read.problem });
}

const UNEXPECTED: ReadonlySet<ProblemCode> = new Set(['no-credential-found', 'unknown-format']);

async function readDocument(document: Document, depth: number): Promise<Result<Contents>> {
  const { content, charset } = document;
  if (typeof content === 'string') return readAnyText(content.trim(), document, depth);
  if (isPng(content)) return readBaked(await readBakedPng(content));
  const binary = binaryFormat(content);
  if (binary !== null) return fail(binary);
  const decoded = decodeText(content, charset);
  if (!decoded.ok)
    // Bytes that are no text may be any photo or archive.
    return document.origin === 'fetched' || isBegunJson(String.fromCharCode(...content.subarray(0, 100)))
      ? decoded
      : fail('unknown-format');
  return readAnyText(decoded.value.trim(), document, depth);
}

/**
 * Whether a text begins as a credential in JSON does: with an object that has members, or with a list or a text of such
 * objects or of tokens. If it is broken, it may have been a badge. Other formats, too, begin with a bracket or a quote:
 * RTF, Markdown, CSV, a shortcut of Windows.
 */
export const isBegunJson = (text: string): boolean =>
  /^(?=\s*[[{"])[\s["]*(?:\{(?:\s|\\[nrt])*(?:\\?"|$)|eyJ|$)/.test(text);

async function readAnyText(text: string, document: Document, depth: number): Promise<Result<Contents>> {
  if (text === '') return fail('empty-document');
  const retrievedFrom = document.origin === 'fetched' ? document.url : null;
  if (/^[[{"]/.test(text)) {
    const read = readJson(text, retrievedFrom);
    const isBroken = !read.ok && read.problem.code === 'json-malformed';
    return isBroken && !isBegunJson(text) && !looksLikeJson(document) ? fail('no-credential-found') : read;
  }
  // The JSON is complete, and there is no credential in it.
  if (/^(?:null|true|false|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)$/.test(text)) return fail('no-credential-found');
  if (isCompactToken(text)) return only(readCredential(text, null));
  if (isCose(text)) return fail('unknown-format', { params: { format: 'COSE' } });
  if (isDataUrl(text) && depth === 0) return readDataUrlText(text, document);
  if (!text.startsWith('<')) return fail(looksLikeJson(document) ? 'json-malformed' : 'no-credential-found');
  if (isSvg(text)) return readBaked(readBakedSvg(text));
  if (isEuropassXml(text)) return fail('europass-sealed', { params: { format: 'Europass XML' } });
  return readHtml(text, document);
}

/**
 * Whether a text is meant as JSON, markup, a `data:` address or a token (RFC 7515 §7.1: its header is a JSON object in
 * base64url).
 */
export const beginsAsRecord = (text: string): boolean => /^\s*(?:[[{<]|eyJ|data:)/i.test(text);

/** A COSE_Sign1 in base64 begins with its tag and an array of four (RFC 9052 §4.2, VC-JOSE-COSE §3.3). */
const isCose = (text: string): boolean => /^0oR[A-Za-z0-9+/_-]+={0,2}$/.test(text);

const looksLikeJson = (document: Document): boolean => /[/+]json$/.test(document.contentType ?? '');

function readJson(text: string, retrievedFrom: string | null): Result<Contents> {
  const json = parseJson(text, { maxLength: MAX_CHARACTERS });
  if (!json.ok) return json;
  const found = findCredentials(json.value, retrievedFrom);
  if (
    !found.ok ||
    text.length <= MAX_SINGLE_CHARACTERS ||
    found.value.credentials.some((each) => each.contained.length > 0)
  )
    return found;
  return fail('json-too-large', { params: { limit: MAX_SINGLE_CHARACTERS } });
}

async function readDataUrlText(text: string, { origin }: Document): Promise<Result<Contents>> {
  const data = readDataUrl(text);
  if (!data.ok) return data;
  return readDocument({ ...data.value, url: null, origin: origin === 'fetched' ? 'page' : origin }, 1);
}

/** The content of a baked image: JSON, a compact token, or the address of a hosted assertion (OB 2.0 Baking §1). */
function readBaked(texts: Result<readonly string[]>): Result<Contents> {
  return texts.ok ? together(texts.value.map(readBakedText)) : texts;
}

function readBakedText(text: string): Result<Contents> {
  const trimmed = text.trim();
  if (/^[[{"]/.test(trimmed)) return readJson(trimmed, null);
  if (isCompactToken(trimmed)) return only(readCredential(trimmed, null));
  return isWebAddress(trimmed) ? only(succeed(readHostedReference(trimmed))) : fail('no-credential-found');
}

const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s<>"]+$/i.test(text) && URL.canParse(text);

async function readHtml(html: string, document: Document): Promise<Result<Contents>> {
  const [found, broken]: [Result<Contents>[], Result<Contents>[]] = [[], []];
  const { texts, whole } = readEmbeddedTexts(html);
  for (const text of texts) {
    const read = isDataUrl(text) ? await readDataUrlText(text, document) : readScript(text);
    if (read.ok) found.push(read);
    else if (isBrokenAward(text, read.problem)) broken.push(read);
  }
  const more = whole ? [] : [fail('too-many-contained')];
  if (found.length > 0) return together([...found, ...broken, ...more]);
  return fail(document.origin === 'fetched' ? 'html-not-json' : 'no-credential-found');
}

/** A script of a page holds JSON, or a token (`application/vc+jwt`, VC-JOSE-COSE §6.1). */
const readScript = (text: string): Result<Contents> =>
  isCompactToken(text) ? only(readCredential(text, null)) : readJson(text, null);

/** Formats that are known by their first bytes, by the first of them. No specification puts credentials into them. */
const BINARY: ReadonlyMap<number, readonly [readonly number[], ProblemCode]> = new Map([
  [0xff, [[0xd8, 0xff], 'image-not-baked']],
  [0x47, [[0x49, 0x46, 0x38], 'image-not-baked']],
  [0x52, [[0x49, 0x46, 0x46], 'image-not-baked']],
  [0x25, [[0x50, 0x44, 0x46], 'unknown-format']],
  [0x50, [[0x4b, 0x03, 0x04], 'unknown-format']],
]);
function binaryFormat(bytes: Uint8Array): ProblemCode | null {
  const [rest, code] = BINARY.get(bytes[0] ?? 0) ?? [[], null];
  return rest.every((byte, index) => bytes[index + 1] === byte) ? code : null;
}
