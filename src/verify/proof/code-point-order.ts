import type { Result } from '../../result.ts';
import type { Disclosure } from './disclosure.ts';
import type { SuiteInput } from './suite/suite.ts';

/**
 * RDFC-1.0 §4 sorts statements by code point. Libraries in languages whose texts are UTF-16 sort them by code unit, and
 * so they are sorted here at first (digitalbazaar/rdf-canonize, issue 52). Out: the answer for statements sorted by code
 * point, where the signature holds over these. Else null.
 */
export async function verifyByCodePoint(input: SuiteInput): Promise<Result<Disclosure | null> | null> {
  const text = JSON.stringify([input.document, input.proof]);
  const isOther = input.suite.canonical === 'rdfc' && IN_PAIRS.test(text) && BEHIND_PAIRS.test(text);
  const verified = isOther ? await input.suite.verify({ ...input, inOrder: byCodePoint }) : null;
  return verified?.ok ? verified : null;
}

/** Both units of a character behind U+FFFF are smaller than the characters from U+E000 on. */
const IN_PAIRS = /[\ud800-\udfff]/;
const BEHIND_PAIRS = /[\ue000-\uffff]/;

function byCodePoint(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const [unit = '', another = ''] = [one[at], other[at]];
  if (IN_PAIRS.test(unit) && BEHIND_PAIRS.test(another)) return 1;
  if (IN_PAIRS.test(another) && BEHIND_PAIRS.test(unit)) return -1;
  return unit < another ? -1 : Number(unit > another);
}
