/** `--explain`: every problem by its code, its place, its sentence and a line for whoever has to mend it. */
import type { Item } from '../item.ts';
import { isJsonObject, type Json } from '../json.ts';
import { withCauses } from '../present/checks.ts';
import { UTC_DATES } from '../present/dates.ts';
import { keyOf, problemSentence } from '../present/sentence.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import { CHECK_IDS, type Outcome } from '../verify/report.ts';
import { clean, type Page, wrap } from './terminal.ts';
import { say } from './words.ts';

export interface Explanation {
  readonly code: ProblemCode;
  /** JSON Pointer, where the problem has a place. */
  readonly at: string | null;
  /** For whoever reads the credential. */
  readonly sentence: string;
  /** For whoever issues it. */
  readonly developer: string;
}

/** Every problem of a check, each with the problem behind it. */
export const explanationsOf = ({ problem, others = [] }: Outcome): readonly Explanation[] =>
  [...(problem ? [problem] : []), ...others].flatMap(withCauses).map(explanationOf);

const explanationOf = (problem: Problem): Explanation => ({
  code: problem.code,
  at: problem.at ?? null,
  sentence: problemSentence(problem, { say, dates: UTC_DATES }),
  developer: say(keyOf.developer(problem.code)),
});

/** The explanations of all credentials, below the table. */
export function explainLines(items: readonly Item[], page: Page): readonly string[] {
  return items.flatMap((item, index) => {
    const checks = CHECK_IDS.flatMap((id) => {
      const outcome = item.report.outcomes[id];
      const problems = explanationsOf(outcome).flatMap((each) => problemLines(id, each, page));
      return [...problems, ...signingLines(outcome, page)];
    });
    return checks.length === 0 ? [] : ['', `${String(index + 1).padStart(3)}  What is behind it`, ...checks];
  });
}

const INDENT = '     ';

function problemLines(check: string, { code, at, sentence, developer }: Explanation, page: Page) {
  const place = at === null ? '' : `  ${at === '' ? '(whole document)' : clean(at)}`;
  const text = (words: string): readonly string[] =>
    wrap(clean(words), page.width - INDENT.length - 2).map((line) => `${INDENT}  ${line}`);
  return [
    `${INDENT}${page.paint('bold', `${check}: ${code}`)}${page.paint('dim', place)}`,
    ...text(sentence),
    ...text(developer).map((line) => page.paint('dim', line)),
  ];
}

/** What was laid open of signatures that do not hold: short values in a line, texts as they are, to be compared. */
function signingLines({ facts }: Outcome, page: Page): readonly string[] {
  const proofs = Array.isArray(facts?.proofs) ? (facts.proofs as readonly Json[]) : [facts ?? null];
  return proofs
    .flatMap((proof) => (isJsonObject(proof) && isJsonObject(proof.signing) ? [proof.signing] : []))
    .flatMap((signing) =>
      Object.entries(signing).flatMap(([name, value]) => {
        const text = typeof value === 'string' ? value.trimEnd() : JSON.stringify(value);
        const lines = text.split('\n').map(clean);
        const label = page.paint('dim', `${INDENT}  ${name}`);
        return lines.length === 1
          ? [`${label}  ${lines[0]}`]
          : [label, ...lines.map((line) => `${INDENT}    ${line}`)];
      }),
    );
}
