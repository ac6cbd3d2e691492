/** The table of the names that the usual contexts give, as `src/json-ld/common-names.ts` has it. */
import { FORMER } from '../src/json-ld/context/bundled/former.ts';
import { USUAL } from '../src/json-ld/context/bundled/usual.ts';
import { namedIn } from '../src/json-ld/vocabulary.ts';

/** The usual contexts and those that were usual, in the order of their names. */
export const USUAL_DOCUMENTS = Object.entries({ ...USUAL, ...FORMER })
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([, { document }]) => document);

export function commonNames(): string {
  const { names, worded } = namedIn(USUAL_DOCUMENTS);
  const bases = new Map<string, string[]>();
  for (const iri of names.keys()) {
    const base = iri.replace(/[^#/:]*$/, '');
    bases.set(base, [...(bases.get(base) ?? []), iri]);
  }
  const rowsOf = (base: string, iris: readonly string[]): string =>
    iris
      .map((iri) => ({ local: iri.slice(base.length), ...names.get(iri) }))
      .map(({ local, member, word }) =>
        local === member && local === word ? local : `${local}=${member}=${word}`,
      )
      .join(' ');
  const spaces = [...bases].map(([base, iris]) => entry(quoted(base), quoted(rowsOf(base, iris))));
  return `// Made by \`npm run generate\` from the usual contexts; src/json-ld/vocabulary.ts reads it.

/** For each beginning of IRIs: \`a\` ends the IRI and names a member and a word; \`iri=member=word\` where they differ. */
export const COMMON_NAMES: Readonly<Record<string, string>> = {
${spaces.join('')}};

/** IRIs of properties whose values are words. */
export const COMMON_WORDED: readonly string[] = [
${[...worded].map((iri) => `  ${quoted(iri)},\n`).join('')}];
`;
}

const quoted = (text: string): string => `'${text}'`;

/** As the formatter writes it: on one line where it fits. */
function entry(name: string, value: string): string {
  const line = `  ${name}: ${value},\n`;
  return line.length <= MAX_LINE_CHARACTERS + 1 ? line : `  ${name}:\n    ${value},\n`;
}
const MAX_LINE_CHARACTERS = 110;
