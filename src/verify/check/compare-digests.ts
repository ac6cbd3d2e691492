import { readDataUrl } from '../../credential/data-url.ts';
import { decodeBase64 } from '../../encoding/base64url.ts';
import { equalBytes } from '../../encoding/bytes.ts';
import { type DigestName, digest } from '../../encoding/digest.ts';
import { fromHex, toHex } from '../../encoding/hex.ts';
import { decodeMultibase } from '../../encoding/multibase.ts';
import { readMulticodec } from '../../encoding/multicodec.ts';
import { utf8 } from '../../encoding/text.ts';
import { asArray, type Json, type JsonObject } from '../../json.ts';
import { isBundled, snapshotsAt } from '../../json-ld/context/bundled/shelf.ts';
import { problemOfStatus } from '../../net/answer.ts';
import type { Net } from '../../ports.ts';
import { type Problem, problem } from '../../problem.ts';
import { fail, failWith, type Result, succeed } from '../../result.ts';

/** A resource for which a credential gives digests. */
export interface Related {
  readonly id: string;
  readonly at: string;
  /** Its members `digestSRI` and `digestMultibase`. */
  readonly given: Pick<JsonObject, 'digestSRI' | 'digestMultibase'>;
}
interface Digest {
  readonly name: DigestName;
  readonly bytes: Uint8Array;
}

const MAX_BYTES = 2_000_000;

const shown = (id: string): string => (id.length > 200 ? `${id.slice(0, 200)}…` : id);
export const told = ({ id, at }: Pick<Related, 'id' | 'at'>, says: string): JsonObject => ({
  id: shown(id),
  at,
  says,
});

export interface Compared {
  readonly fact: JsonObject;
  readonly trouble?: readonly Problem[];
}

const differs = (related: Related): Compared => ({
  fact: told(related, 'differs'),
  trouble: [problem('digest-mismatch', { at: related.at, params: { url: shown(related.id) } })],
});

/**
 * Whether a resource is what the credential says. Bundled contexts are compared with the bundle and never fetched. A
 * resource that cannot be fetched, or whose digest is of another kind, is only told. Code: `digest-mismatch`.
 */
export async function compareDigests(related: Related, net: Net): Promise<Compared> {
  const { id, given } = related;
  const digests = digestsOf(given);
  if (isBundled(id)) return compareWithBundle(related, digests);
  if (digests.length === 0) return { fact: told(related, 'digest-unsupported') };
  const bytes = await bytesOf(id, net);
  if (!bytes.ok) return { fact: told(related, bytes.problem.code) };
  // SRI §3.3.4: of several digests, any of the strongest kind may match.
  const strongest = digests
    .map(({ name }) => name)
    .sort()
    .at(-1);
  for (const each of digests.filter(({ name }) => name === strongest))
    if (equalBytes(await digest(each.name, bytes.value), each.bytes))
      return { fact: told(related, 'matches') };
  return differs(related);
}

/** A bundled context is compared by its SHA-256 alone. Any of its published contents may match. */
async function compareWithBundle(related: Related, digests: readonly Digest[]): Promise<Compared> {
  const given = digests.filter(({ name }) => name === 'sha256').map(({ bytes }) => toHex(bytes));
  if (given.length === 0) return { fact: told(related, 'digest-unsupported') };
  const snapshots = await snapshotsAt(related.id);
  if (!snapshots.ok) return { fact: told(related, snapshots.problem.code) };
  const published = snapshots.value.map(({ sha256 }) => sha256);
  return given.some((hex) => published.includes(hex)) ? { fact: told(related, 'matches') } : differs(related);
}

async function bytesOf(id: string, net: Net): Promise<Result<Uint8Array>> {
  if (id.startsWith('data:')) {
    const data = readDataUrl(id);
    if (!data.ok) return data;
    const { content } = data.value;
    return succeed(typeof content === 'string' ? utf8(content) : content);
  }
  if (!URL.canParse(id)) return fail('url-malformed');
  const answer = await net.get({ url: id, accept: '*/*', maxBytes: MAX_BYTES });
  if (!answer.ok) return answer;
  const refused = problemOfStatus(answer.value);
  return refused ? failWith(refused) : succeed(answer.value.bytes);
}

const strings = (value: Json | undefined): readonly string[] =>
  asArray<Json>(value ?? undefined).filter((one): one is string => typeof one === 'string');

/** Empty where it has no digest of a known kind. */
function digestsOf({ digestSRI, digestMultibase }: Related['given']): readonly Digest[] {
  return [
    ...strings(digestSRI)
      .flatMap((text) => text.trim().split(/\s+/))
      .flatMap(readSri),
    ...strings(digestMultibase).flatMap(readMultihash),
  ];
}

/** Subresource Integrity §3.5: `sha384-` and base64, with options after a question mark. */
function readSri(text: string): readonly Digest[] {
  const [, prefix = '', value = ''] = /^(\w+)-([^?]+)/.exec(text) ?? [];
  const name = SRI_NAMES.find((each) => each === prefix.toLowerCase());
  const bytes = name && decodeBase64(value);
  return name && bytes?.ok ? [{ name, bytes: bytes.value }] : [];
}
const SRI_NAMES = ['sha256', 'sha384', 'sha512'] as const satisfies readonly DigestName[];

/** Multihash: a code, a length, and the digest. */
const MULTIHASHES: ReadonlyMap<number, DigestName> = new Map([
  [0x12, 'sha256'],
  [0x20, 'sha384'],
  [0x13, 'sha512'],
]);

function readMultihash(text: string): readonly Digest[] {
  // Multibase `f` and `F`: hexadecimal, in either case.
  const bytes = /^f/i.test(text) ? fromHex(text.slice(1)) : decodeMultibase(text);
  const hash = bytes.ok ? readMulticodec(bytes.value) : bytes;
  const name = hash.ok ? MULTIHASHES.get(hash.value.code) : undefined;
  if (!hash.ok || name === undefined || hash.value.bytes[0] !== hash.value.bytes.length - 1) return [];
  return [{ name, bytes: hash.value.bytes.subarray(1) }];
}
