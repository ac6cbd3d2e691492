/** Answers that should be credentials, recognised by their shape before they are parsed. */

import { isEuropassXml, isSealedElm } from '../credential/europass.ts';
import { holdsPart } from '../credential/find.ts';
import { readEmbeddedTexts } from '../credential/html.ts';
import { unwrapToken } from '../credential/jwt.ts';
import type { Document } from '../credential/model.ts';
import { isCredentialText } from '../credential/recognise.ts';
import { parseJson } from '../encoding/json.ts';
import { isSvg } from '../encoding/svg.ts';
import { decodeText } from '../encoding/text.ts';
import { isJsonObject, type Json } from '../json.ts';
import { hostnameOf } from '../net/address.ts';
import { readJsonAnswer } from '../net/answer.ts';
import type { NetAnswer } from '../ports.ts';
import type { ProblemCode } from '../problem.ts';
import type { Route } from '../provider/provider.ts';
import type { Candidate } from '../recognise/candidate.ts';
import { hasCredential } from '../recognise/embedded.ts';
import { recogniseLink } from '../recognise/recognise.ts';
import { fail, type Result, succeed } from '../result.ts';
import { identityOf } from '../verify/proof/hosted-document.ts';
import { fill } from './address.ts';
import { notUnderstood } from './not-understood.ts';
import { at, textAt } from './pointer.ts';
import type { Resolved } from './resolved.ts';

const isNamed = (json: Json, id: string): boolean => textAt(json, '/id')?.toLowerCase() === id.toLowerCase();

/** The whole answer as a document that this address served. */
const served = (answer: NetAnswer): Result<Resolved> =>
  succeed({
    kind: 'document',
    document: {
      content: answer.bytes,
      contentType: answer.contentType,
      charset: answer.charset,
      url: answer.finalUrl,
      origin: 'fetched',
    },
  });

/**
 * A 2xx answer of a platform's endpoint: a credential in JSON, a compact JWS, or a baked image. Otherwise
 * `answer-not-understood`; also where the route names the id that it must have and it has another, or where its own address
 * is another record's.
 */
export function readRecord(
  answer: NetAnswer,
  route: Extract<Route, { via: 'record' }>,
  candidate: Candidate,
): Result<Resolved> {
  const container = containerOf(answer);
  const otherwise = notUnderstood(answer.finalUrl);
  const wanted = route.is === undefined ? null : fill(route.is, candidate.params);
  if (container === 'image') return wanted === null ? served(answer) : otherwise;
  if (container === 'token') return wanted === null || isTokenOf(answer, wanted) ? served(answer) : otherwise;
  const json = readJsonAnswer(answer);
  if (!json.ok) return json;
  if (wanted !== null && !isNamed(json.value, wanted)) return otherwise;
  if (isAnother(json.value, candidate)) return otherwise;
  if (!route.at) return hasCredential(json.value) ? served(answer) : otherwise;
  const part = route.at
    .map((pointer) => at(json.value, pointer))
    .find((each) => each !== undefined && hasCredential(each));
  return part === undefined ? otherwise : succeed({ kind: 'document', document: cutOut(part, answer) });
}

function isTokenOf({ bytes, charset }: NetAnswer, id: string): boolean {
  const token = decodeText(bytes, charset);
  const inside = token.ok ? unwrapToken(token.value.trim()) : token;
  return inside.ok && isNamed(inside.value.source.document, id);
}

/** Whether a badge's own address is that of another record of the platform: it holds, but not of this link. */
function isAnother(json: Json, { provider, params: { id = '' } }: Candidate): boolean {
  const own = recogniseLink((isJsonObject(json) && identityOf(json)) || '');
  const isOfPlatform = provider !== null && own?.kind === 'credential' && own.provider?.id === provider.id;
  return isOfPlatform && own.params.id?.toLowerCase() !== id.toLowerCase();
}

/**
 * What the link's own address serves. A broken credential is passed on, so that its fault is named, and a part of one,
 * so that it is called what it is. Other JSON is `answer-not-understood`. A page without a credential is
 * `no-machine-readable-record` (`html-not-json` where the address ends like a record's).
 */
export function readDirect(answer: NetAnswer): Result<Resolved> {
  const container = containerOf(answer);
  if (container === 'image' || container === 'token') return served(answer);
  const text = decodeText(answer.bytes, answer.charset);
  if (!text.ok) return served(answer);
  if (container === 'markup')
    return hasEmbedded(text.value) || isEuropassXml(text.value)
      ? served(answer)
      : fail(pageInstead(answer), { params: { host: hostnameOf(answer.finalUrl) } });
  const json = parseJson(text.value);
  const sealed = json.ok && isJsonObject(json.value) && isSealedElm(json.value);
  return !json.ok || sealed || holdsPart(json.value) ? served(answer) : notUnderstood(answer.finalUrl);
}

/** Where the address promises a record, a page is a server's mistake. Elsewhere it is just a page. */
const pageInstead = ({ url }: NetAnswer): ProblemCode =>
  /\.(?:json|jsonld|jwt)$/i.test(new URL(url).pathname) ? 'html-not-json' : 'no-machine-readable-record';

/** The https address that an answer names at the route's pointer. */
export function readPointer(answer: NetAnswer, route: Extract<Route, { via: 'pointer' }>): Result<string> {
  const json = readJsonAnswer(answer);
  if (!json.ok) return fail('answer-not-understood', { cause: json.problem });
  const address = textAt(json.value, route.at);
  return address !== null && /^https:\/\//i.test(address) ? succeed(address) : notUnderstood(answer.finalUrl);
}

const cutOut = (part: Json, answer: NetAnswer): Document => ({
  content: typeof part === 'string' ? part : JSON.stringify(part),
  contentType: typeof part === 'string' ? null : 'application/json',
  charset: 'utf-8',
  url: answer.finalUrl,
  origin: 'fetched',
});

type Container = 'image' | 'token' | 'markup' | 'text';

function containerOf({ bytes, contentType }: NetAnswer): Container {
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return 'image';
  const beginning = new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048)).trimStart();
  if (/^eyJ[\w-]+\./.test(beginning)) return 'token';
  const marked = beginning.replace(/^\W+</, '<');
  if (!marked.startsWith('<')) return 'text';
  return contentType === 'image/svg+xml' || isSvg(marked) ? 'image' : 'markup';
}

/** The texts of the page's data scripts: the parser decides what they are. */
const hasEmbedded = (html: string): boolean => readEmbeddedTexts(html).texts.some(isCredentialText);
