import { encodeBase64url } from '../../../encoding/base64url.ts';
import type { CborForm } from '../../../encoding/cbor.ts';
import { digest } from '../../../encoding/digest.ts';
import { toHex } from '../../../encoding/hex.ts';
import { utf8 } from '../../../encoding/text.ts';
import type { JsonObject } from '../../../json.ts';
import { fail, type Result, succeed } from '../../../result.ts';
import type { SuiteInput } from './suite.ts';

export interface DisclosedQuads {
  readonly proofHash: Uint8Array;
  readonly mandatoryHash: Uint8Array;
  /** Statements that the issuer made mandatory, each with its line end. */
  readonly mandatory: readonly string[];
  /** Statements that the holder chose to show, in canonical order, each with its line end. */
  readonly others: readonly string[];
}

/** The CBOR of both suites' derived proof values. */
export const DERIVED_FORM: CborForm = {
  kinds: ['unsigned', 'bytes', 'array', 'map'],
  maxDepth: 4,
  maxIntegerBytes: 4,
};

/** How the two suites write a blank node's shuffled name: HMAC bytes for ecdsa-sd, a small number for bbs. */
export type LabelMap = ReadonlyMap<number, string>;

/** A blank node's label in N-Quads. Canonical labels are c14n and a number. */
const CANONICAL_LABEL = /_:c14n(\d+)(?![0-9A-Za-z])/g;

/** A shuffled label as ecdsa-sd writes it: multibase, base64url without padding. */
export const hmacLabel = (bytes: Uint8Array): string => `u${encodeBase64url(bytes)}`;

/**
 * VC-DI-ECDSA §3.4.7 and VC-DI-BBS §3.2.7, createVerifyData: the disclosed document's quads under the issuer's
 * labels, split into the mandatory ones and the others. `proof-malformed` where the label map does not fit the
 * document, or an index is out of range. Also the problems of the forms.
 */
export async function discloseQuads(
  { forms, dialect }: SuiteInput,
  { labels, mandatory }: { labels: LabelMap; mandatory: readonly number[] },
): Promise<Result<DisclosedQuads>> {
  const config = await forms.proofOptions('sha256', dialect);
  if (!config.ok) return config;
  const canonical = await forms.document('sha256', dialect);
  if (!canonical.ok) return canonical;
  if (
    labels.size !== canonical.value.labels.filter((label) => label !== undefined).length ||
    new Set(labels.values()).size !== labels.size
  )
    return fail('proof-malformed');
  let complete = true;
  const relabelled = splitLines(canonical.value.text)
    .map((quad) =>
      relabel(quad, (number) => {
        const label = labels.get(number);
        if (label === undefined) complete = false;
        return label ?? '';
      }),
    )
    .sort(dialect?.inOrder);
  const chosen = new Set(mandatory);
  if (!complete || chosen.size !== mandatory.length || mandatory.some((index) => index >= relabelled.length))
    return fail('proof-malformed');
  const mandatoryQuads = relabelled.filter((_, index) => chosen.has(index));
  return succeed({
    proofHash: await digest('sha256', utf8(config.value.text)),
    mandatoryHash: await digest('sha256', utf8(mandatoryQuads.join(''))),
    mandatory: mandatoryQuads,
    others: relabelled.filter((_, index) => !chosen.has(index)),
  });
}

/** The same for a developer: the statements as they are signed, and the two hashes. */
export const traceOf = ({ proofHash, mandatoryHash, mandatory, others }: DisclosedQuads): JsonObject => ({
  digest: 'sha256',
  proofOptionsHash: toHex(proofHash),
  mandatory: mandatory.join(''),
  mandatoryHash: toHex(mandatoryHash),
  disclosed: others.join(''),
});

const splitLines = (quads: string): readonly string[] =>
  quads
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `${line}\n`);

/** Replaces labels only outside of literals and IRIs, because a text may contain `_:c14n0`. */
function relabel(quad: string, labelOf: (number: number) => string): string {
  return quad
    .split(/("(?:[^"\\]|\\.)*"|<[^>]*>)/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replaceAll(CANONICAL_LABEL, (_, number) => `_:${labelOf(Number(number))}`),
    )
    .join('');
}
