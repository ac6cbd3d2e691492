/** `--explain`, for people: below the table, every problem with its place and its words, and what was signed. */
import type { Item } from '../item.ts';
import { isJsonObject } from '../json.ts';
import { type Explanation, explanationsOf } from '../report/explanations.ts';
import { CHECK_IDS, type Outcome } from '../verify/report.ts';
import { clean, type Page, wrap } from './terminal.ts';
import { VOICE } from './words.ts';

/** The explanations of all credentials, below the table. */
export function explainLines(items: readonly Item[], page: Page): readonly string[] {
  return items.flatMap((item, index) => {
    const checks = CHECK_IDS.flatMap((id) => {
      const outcome = item.report.outcomes[id];
      const problems = explanationsOf(outcome, VOICE).flatMap((each) => problemLines(id, each, page));
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

/** The signed data of signatures that do not hold, for comparison: short values in a line, texts as they are. */
function signingLines({ facts }: Outcome, page: Page): readonly string[] {
  const proofs = Array.isArray(facts?.proofs) ? facts.proofs : [facts ?? null];
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
