import { type Credential, isSdJwt, type Source } from '../credential/model.ts';
import { digestOfText } from '../encoding/digest.ts';
import { unordered } from '../encoding/unordered.ts';
import type { JsonObject } from '../json.ts';

/**
 * A digest of what the issuer says, by which copies of one credential are known (docs/decisions.md#one-credential). It
 * leaves out what secures a copy: the proof, the signature, and when a token was made. Null where nobody vouches for it.
 */
export function digestOfWords({ source }: Credential): string | null {
  const words = wordsOf(source);
  return words && digestOfText('sha256', unordered(words));
}

function wordsOf(source: Source): readonly JsonObject[] | null {
  if (source.securing === 'none') return null;
  if (source.securing !== 'enveloping') {
    const { proof: _, ...said } = source.document;
    return [said];
  }
  const { payload, document } = source;
  // `iat` is read as a beginning where a token has no other (credential/jwt.ts), and then the document has it as that.
  return isSdJwt(source) ? [payload] : [undated(payload), undated(document)];
}

/** RFC 7519 §4.1.6: `iat` is when the token was made. */
const undated = ({ iat: _, ...said }: JsonObject): JsonObject => said;
