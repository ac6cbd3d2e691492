import type { Dialect, InOrder } from '../../json-ld/canonicalise.ts';
import type { Dataset, Term } from '../../json-ld/dataset.ts';
import type { Result } from '../../result.ts';
import type { Disclosure } from './disclosure.ts';
import type { SuiteInput } from './suite/suite.ts';

/**
 * Libraries write one graph in several canonical forms. They are the same statements, and no form of one graph is a form
 * of another.
 * - RDFC-1.0 §4 sorts statements by code point. Languages whose texts are UTF-16 sort them by code unit
 *   (digitalbazaar/rdf-canonize, issue 52), and so they are sorted at first.
 * - Before RDFC-1.0, in URDNA2015, tabs and other control characters stood as they are (RDF 1.1 N-Triples §4), and in
 *   libraries in use they still do.
 *
 * Out: the answer of a suite in the first other form with which the signature holds. Null where there is none.
 */
export async function verifyInOtherForms(input: SuiteInput): Promise<Result<Disclosure | null> | null> {
  if (input.suite.canonical !== 'rdfc') return null;
  const text = await canonicalText(input);
  const orders: readonly InOrder[] = isOrderedTwice(text) ? [undefined, byCodePoint] : [undefined];
  const escapes = /\\[bftu]/.test(text) ? [asItIs, withoutEscapes] : [asItIs];
  const [, ...others] = escapes.flatMap((written) =>
    orders.map((inOrder): Dialect => ({ written, inOrder })),
  );
  for (const dialect of others) {
    const verified = await input.suite.verify({ ...input, dialect });
    if (verified.ok) return verified;
  }
  return null;
}

/** Both canonical forms that did not fit. Empty where there is none: no other form is to be had either. */
async function canonicalText({ suite, jwk, forms }: SuiteInput): Promise<string> {
  const hash = suite.keys.get(jwk.crv ?? '')?.digest ?? 'sha256';
  const [config, body] = [await forms.proofOptions(hash), await forms.document(hash)];
  return config.ok && body.ok ? config.value.text + body.value.text : '';
}

const asItIs = (dataset: Dataset): Dataset => dataset;
const withoutEscapes = (dataset: Dataset): Dataset => ({
  ...dataset,
  objects: dataset.objects.map(withoutEscape),
});

/** Of a text, what N-Triples §4 does not escape. Line ends, quotes and backslashes stay. */
const withoutEscape = (term: Term): Term =>
  typeof term === 'string' && term.startsWith('"')
    ? term.replace(/\\(?:([bft])|u(00[01][0-9A-F]|007F)|.)/g, (whole, letter?: string, code?: string) => {
        if (letter !== undefined) return LETTERS[letter] ?? whole;
        return code === undefined ? whole : String.fromCharCode(Number.parseInt(code, 16));
      })
    : term;
const LETTERS: Readonly<Record<string, string>> = { b: '\b', f: '\f', t: '\t' };

/** Both units of a character behind U+FFFF are smaller than the characters from U+E000 on. */
const IN_PAIRS = /[\ud800-\udfff]/;
const BEHIND_PAIRS = /[\ue000-\uffff]/;
const isOrderedTwice = (text: string): boolean => IN_PAIRS.test(text) && BEHIND_PAIRS.test(text);

function byCodePoint(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const [unit = '', another = ''] = [one[at], other[at]];
  if (IN_PAIRS.test(unit) && BEHIND_PAIRS.test(another)) return 1;
  if (IN_PAIRS.test(another) && BEHIND_PAIRS.test(unit)) return -1;
  return unit < another ? -1 : Number(unit > another);
}
