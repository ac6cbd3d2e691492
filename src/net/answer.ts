import { type JsonLimits, parseJson } from '../encoding/json.ts';
import { decodeText } from '../encoding/text.ts';
import type { Json } from '../json.ts';
import type { NetAnswer } from '../ports.ts';
import { type Problem, type ProblemCode, problem } from '../problem.ts';
import { fail, failWith, type Result } from '../result.ts';

/** The problem of a status other than 2xx. The caller decides what a missing document means for its question. */
const STATUS_CODES: ReadonlyMap<number, ProblemCode> = new Map([
  [401, 'access-denied'],
  [403, 'access-denied'],
  [407, 'access-denied'],
  [451, 'access-denied'],
  [404, 'record-not-found'],
  [410, 'record-gone'],
  [408, 'timeout'],
  [425, 'rate-limited'],
  [429, 'rate-limited'],
  [999, 'bot-wall'],
]);

/**
 * Marks of the pages that large bot filters send instead of the answer. The scripts that they add to every page do not
 * count.
 */
const BOT_WALL: readonly string[] = [
  'cf_chl_opt',
  '<title>just a moment',
  'attention required! | cloudflare',
  'enable javascript and cookies to continue',
  'captcha-delivery.com',
  'px-captcha',
  'gokuprops',
  'id="main-iframe" src="/_incapsula_resource',
  'ddos-guard/js-challenge',
];
const FIRST_BYTES = 16 * 1024;

/**
 * Why an answer cannot be used. Null for a 2xx that is no bot wall.
 * - `access-denied` 401, 403, 407, 451
 * - `record-not-found` 404
 * - `timeout` 408
 * - `record-gone` 410
 * - `rate-limited` 425, 429
 * - `server-error` 5xx
 * - `bot-wall` 999, or a page that asks for a human with any status but 404 and 410
 * - `answer-not-understood` every other status
 *
 * Params: host, status.
 *
 * `record-not-found` and `record-gone` are about the record itself. For a document that a record depends on (a key, a
 * list, a profile) they are only a cause, and never the verdict. Such an answer says nothing about the badge (RFC 9110
 * §15.5).
 */
export function problemOfStatus(answer: NetAnswer): Problem | null {
  const { status } = answer;
  const params = { host: new URL(answer.finalUrl).hostname, status };
  const gone = status === 404 || status === 410;
  if (!gone && isHtml(answer) && isBotWall(answer)) return problem('bot-wall', { params });
  if (status >= 200 && status < 300) return null;
  const code = STATUS_CODES.get(status) ?? (status >= 500 && status < 600 ? 'server-error' : null);
  return problem(code ?? 'answer-not-understood', { params });
}

/** The text of a 2xx answer. Problems: `problemOfStatus`, `empty-document`, `image-not-record`, `text-not-unicode`. */
export function readTextAnswer(answer: NetAnswer): Result<string> {
  const trouble = problemOfStatus(answer);
  if (trouble) return failWith(trouble);
  const params = { host: new URL(answer.finalUrl).hostname };
  if (isPicture(answer.bytes)) return fail('image-not-record', { params });
  const text = decodeText(answer.bytes, answer.charset);
  if (!text.ok) return fail(text.problem.code, { params });
  return text.value.trim() === '' ? fail('empty-document', { params }) : text;
}

/**
 * The JSON of a 2xx answer, whatever its media type. Problems: those of `readTextAnswer` and `parseJson`;
 * `html-not-json` where the answer is a page.
 */
export function readJsonAnswer(answer: NetAnswer, limits?: Partial<JsonLimits>): Result<Json> {
  const text = readTextAnswer(answer);
  if (!text.ok) return text;
  const params = { host: new URL(answer.finalUrl).hostname };
  if (text.value.trimStart().startsWith('<')) return fail('html-not-json', { params });
  const json = parseJson(text.value, limits);
  return json.ok ? json : failWith({ ...json.problem, params: { ...params, ...json.problem.params } });
}

/**
 * How PNG, JPEG, GIF and the RIFF of WebP begin. A picture gets its own problem, rather than "text cannot be decoded".
 */
const PICTURES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x52, 0x49, 0x46, 0x46],
];
const isPicture = (bytes: Uint8Array): boolean =>
  PICTURES.some((magic) => magic.every((byte, index) => bytes[index] === byte));

const isHtml = ({ contentType, bytes }: NetAnswer): boolean =>
  contentType === 'text/html' || contentType === 'application/xhtml+xml' || bytes[0] === 0x3c;

/** Latin characters are enough to recognise a bot wall, so the text is not decoded further here. */
function isBotWall({ bytes }: NetAnswer): boolean {
  const beginning = new TextDecoder('windows-1252').decode(bytes.subarray(0, FIRST_BYTES)).toLowerCase();
  return BOT_WALL.some((mark) => beginning.includes(mark));
}
