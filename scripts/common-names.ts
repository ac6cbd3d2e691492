/** The table of the names that the usual contexts give, as `src/json-ld/common-names.ts` has it. */
import { USUAL } from '../src/json-ld/context/bundled/usual.ts';
import { vocabularyOf } from '../src/json-ld/vocabulary.ts';

export function commonNames(): string {
  const { members, words, worded } = vocabularyOf(Object.values(USUAL).map(({ document }) => document));
  const bases = new Map<string, string[]>();
  for (const iri of members.keys()) {
    const base = iri.replace(/[^#/:]*$/, '');
    bases.set(base, [...(bases.get(base) ?? []), iri]);
  }
  const rowsOf = (base: string, iris: readonly string[]): string =>
    iris
      .map((iri) => [iri.slice(base.length), members.get(iri), words.get(iri)])
      .map(([local, member, word]) =>
        local === member && local === word ? local : `${local}=${member}=${word}`,
      )
      .join(' ');
  const spaces = [...bases].map(([base, iris]) => `  ${quoted(base)}:\n    ${quoted(rowsOf(base, iris))},\n`);
  return `// Made by \`npm run generate\` from the usual contexts. \`a\` names a member and a word; \`iri=member=word\` where they differ.
const SPACES: Readonly<Record<string, string>> = {
${spaces.join('')}};

/** IRI, the name of the member, the name of the word. */
export const COMMON_NAMES: readonly (readonly [string, string, string])[] = Object.entries(SPACES).flatMap(
  ([base, rows]) =>
    rows.split(' ').map((row) => {
      const [local = '', member = local, word = member] = row.split('=');
      return [base + local, member, word] as const;
    }),
);

/** IRIs of properties whose values are words. */
export const COMMON_WORDED: readonly string[] = [
${[...worded].map((iri) => `  ${quoted(iri)},\n`).join('')}];
`;
}

const quoted = (text: string): string => `'${text}'`;
