import { isDateTimeStamp, readDate } from '../../credential/date.ts';
import { asArray, isJsonObject, type Json, type JsonObject } from '../../json.ts';
import type { Instant } from '../../ports.ts';
import { fail, type Result, succeed } from '../../result.ts';
import type { LogVersion } from './did-webvh-log.ts';
import { isSignedBy } from './did-webvh-proof.ts';

/** The most signatures that are tried. No log has had so many witnesses. */
const MAX_PROOFS_TRIED = 1_000;

/** A witness's proof over a version of this log, with the place of that version. */
interface Word {
  readonly place: number;
  readonly versionId: string;
  readonly proof: JsonObject;
}

/** Whether any version of a log needs the approval of a witness. */
export const needsWitnesses = (versions: readonly LogVersion[]): boolean =>
  versions.some(({ witnessRule }) => witnessRule !== null);

/**
 * Whether enough witnesses have approved every version that needs it (did:webvh 1.0 §3.7.8, Verifying Witness Proofs
 * During Resolution). A witness proof for a version also approves all earlier ones. Proofs for versions that are not
 * in this log are ignored. So are proofs of witnesses that it never named.
 *
 * In: `file`, what stands in did-witness.json. Problems: `did-log-unwitnessed` (with the first entry that lacks
 * approvals), `did-log-unsupported` (more false proofs than are looked at).
 */
export async function checkWitnesses(
  versions: readonly LogVersion[],
  file: readonly Json[],
  now: Instant,
): Promise<Result<null>> {
  const words = wordsIn(file, versions);
  const reach = new Map<string, number>();
  let tried = 0;
  for (const key of new Set(versions.flatMap(({ witnessRule }) => [...(witnessRule?.keys ?? [])]))) {
    // The latest valid proof approves everything that earlier ones do.
    const latestFirst = (words.get(methodOf(key)) ?? []).sort((one, other) => other.place - one.place);
    for (const { place, versionId, proof } of latestFirst) {
      tried += 1;
      if (tried > MAX_PROOFS_TRIED) return fail('did-log-unsupported', { params: { what: 'witness' } });
      if (!isPlain(proof, now) || !(await isSignedBy({ versionId }, proof, [key]))) continue;
      reach.set(key, place);
      break;
    }
  }
  for (const [place, { witnessRule }] of versions.entries()) {
    if (witnessRule === null) continue;
    const approving = [...witnessRule.keys].filter((key) => (reach.get(key) ?? -1) >= place).length;
    if (approving < witnessRule.threshold)
      return fail('did-log-unwitnessed', {
        params: { entry: place + 1, threshold: witnessRule.threshold, found: approving },
      });
  }
  return succeed(null);
}

/** The one method of a did:key. */
const methodOf = (key: string): string => `did:key:${key}#${key}`;

/** The proofs over versions of this log, by the method that each says it is by. */
function wordsIn(
  file: readonly Json[],
  versions: readonly LogVersion[],
): ReadonlyMap<Json | undefined, Word[]> {
  const places = new Map<Json | undefined, number>(
    versions.map(({ versionId }, place) => [versionId, place]),
  );
  const words = new Map<Json | undefined, Word[]>();
  for (const { versionId, proof } of file.filter(isJsonObject)) {
    const place = places.get(versionId);
    if (place === undefined) continue;
    for (const each of asArray<Json>(proof ?? undefined).filter(isJsonObject)) {
      const same = words.get(each.verificationMethod) ?? [];
      words.set(each.verificationMethod, same);
      same.push({ place, versionId: String(versionId), proof: each });
    }
  }
  return words;
}

/**
 * A proof without an end, or with a later one, that depends on nothing else. It depends on no earlier proof and on no
 * context, which the signed `versionId` does not have (VC-DI-EDDSA §3.3.5; VC Data Integrity §2.1).
 */
function isPlain({ expires, previousProof, '@context': context }: JsonObject, now: Instant): boolean {
  if (previousProof !== undefined || context !== undefined) return false;
  if (expires === undefined) return true;
  const end = isDateTimeStamp(String(expires)) ? readDate(expires)?.instant : null;
  return (end ?? Number.NEGATIVE_INFINITY) > now;
}
