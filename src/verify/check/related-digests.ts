import { readDataUrl } from '../../credential/data-url.ts';
import type { Credential } from '../../credential/model.ts';
import { decodeBase64 } from '../../encoding/base64url.ts';
import { equalBytes } from '../../encoding/bytes.ts';
import { type DigestName, digest } from '../../encoding/digest.ts';
import { fromHex, toHex } from '../../encoding/hex.ts';
import { decodeMultibase } from '../../encoding/multibase.ts';
import { readMulticodec } from '../../encoding/multicodec.ts';
import { utf8 } from '../../encoding/text.ts';
import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { isBundled, snapshotsAt } from '../../json-ld/context/bundled/shelf.ts';
import { toPointer } from '../../json-ld/context/references.ts';
import { problemOfStatus } from '../../net/answer.ts';
import type { Net } from '../../ports.ts';
import { type Problem, problem } from '../../problem.ts';
import { fail, failWith, type Result, succeed } from '../../result.ts';
import type { Outcome } from '../report.ts';

/** A resource for which the credential gives a digest. */
interface Related {
  readonly id: string;
  readonly at: string;
  readonly digests: readonly Digest[];
}
interface Digest {
  readonly name: DigestName;
  readonly bytes: Uint8Array;
}

export interface RelatedFindings {
  /** `digest-mismatch` for each resource that has changed. */
  readonly problems: readonly Problem[];
  /** Each resource: `matches`, `differs`, or why it could not be compared. */
  readonly facts: readonly JsonObject[];
}

const MAX_RESOURCES = 8;
const MAX_RESOURCES_TOLD = 50;
const MAX_BYTES = 2_000_000;
const MAX_DEPTH = 12;

/**
 * Are the resources that a credential names with a digest unchanged since it was signed (VCDM 2.0 §5.3)? Images,
 * evidence and related resources count, at any place. They are requested only after a good proof, because anybody can
 * write addresses into an unproved record. Bundled contexts are compared with the bundle and never fetched.
 * Codes: `digest-mismatch`. A resource that cannot be fetched, or whose digest is of another kind, is only listed in
 * the facts.
 */
export async function checkRelatedDigests(credential: Credential, net: Net): Promise<RelatedFindings> {
  const related = relatedIn(credential.source.document);
  const compared = await Promise.all(related.slice(0, MAX_RESOURCES).map((each) => compare(each, net)));
  const beyond = related
    .slice(MAX_RESOURCES, MAX_RESOURCES_TOLD)
    .map(({ id, at }) => told({ id, at }, 'not-compared'));
  return {
    problems: compared.flatMap(({ trouble }) => trouble ?? []),
    facts: [...compared.map(({ fact }) => fact), ...beyond],
  };
}

/** The outcome of conformance, with the findings about digests. A mismatch is a warning, unless something is worse. */
export function withRelated(outcome: Outcome, { problems, facts }: RelatedFindings): Outcome {
  if (facts.length === 0) return outcome;
  const told: Outcome = { ...outcome, facts: { ...outcome.facts, related: facts } };
  const [first, ...rest] = problems;
  if (first === undefined) return told;
  if (told.problem) return { ...told, others: [...(told.others ?? []), ...problems] };
  return { ...told, state: 'warned', problem: first, ...(rest.length > 0 && { others: rest }) };
}

/** Members with their own securing and their own digests. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  '@context',
  'proof',
  'verifiableCredential',
  'endorsement',
  'endorsementJwt',
]);

function relatedIn(document: JsonObject): readonly Related[] {
  const found = new Map<string, Related>();
  const path: (string | number)[] = [];
  const visitMember = (name: string | number, member: Json | undefined): void => {
    if (typeof member !== 'object' || member === null || path.length >= MAX_DEPTH) return;
    path.push(name);
    if (Array.isArray(member)) for (const [index, entry] of member.entries()) visitMember(index, entry);
    else if (isJsonObject(member)) visit(member);
    path.pop();
  };
  const visit = (value: JsonObject): void => {
    const digests = digestsOf(value);
    if (typeof value.id === 'string' && digests !== null) {
      const at = toPointer(path);
      found.set(at, { id: value.id, at, digests });
    }
    for (const name in value) {
      const member = value[name];
      if (typeof member === 'object' && !ELSEWHERE.has(name)) visitMember(name, member);
    }
  };
  visit(document);
  return [...found.values()];
}

const strings = (value: Json | undefined): readonly string[] =>
  asArray<Json>(value ?? undefined).filter((one): one is string => typeof one === 'string');

/** Null where the object has no digest. Empty where it has none of a known kind. */
function digestsOf({ digestSRI, digestMultibase }: JsonObject): readonly Digest[] | null {
  if (digestSRI === undefined && digestMultibase === undefined) return null;
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

const shown = (id: string): string => (id.length > 200 ? `${id.slice(0, 200)}…` : id);
const told = ({ id, at }: Pick<Related, 'id' | 'at'>, says: string): JsonObject => ({
  id: shown(id),
  at,
  says,
});

interface Compared {
  readonly fact: JsonObject;
  readonly trouble?: readonly Problem[];
}

const differs = (related: Related): Compared => ({
  fact: told(related, 'differs'),
  trouble: [problem('digest-mismatch', { at: related.at, params: { url: shown(related.id) } })],
});

async function compare(related: Related, net: Net): Promise<Compared> {
  const { id, digests } = related;
  if (isBundled(id)) return compareWithBundle(related);
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
async function compareWithBundle(related: Related): Promise<Compared> {
  const given = related.digests.filter(({ name }) => name === 'sha256').map(({ bytes }) => toHex(bytes));
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
