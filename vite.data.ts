/** The data that the extension carries, without what it does not read. */
import { readFileSync } from 'node:fs';
import { type Plugin, parseAst, Visitor } from 'vite';
import { type Edit, edited } from './vite.edits.ts';

/** The contexts come as text, and their white space says nothing. That of schema.org is held to its digest when it is read. */
export const compactContexts: Plugin = {
  name: 'compact-contexts',
  enforce: 'pre',
  load: {
    filter: { id: /\/bundled\/(?!schema-org)[^/]+\.json\?raw$/ },
    handler(id) {
      const text = readFileSync(id.replace('?raw', ''), 'utf8');
      return `export default ${JSON.stringify(JSON.stringify(JSON.parse(text)))};`;
    },
  },
};

/** What the registry says for its tests and tables alone (provider.ts). */
const ONLY_TOLD: ReadonlySet<string> = new Set(['ceiling', 'counterExamples', 'hint', 'note']);

/** Of a link's examples the program reads the hosts (look-alike.ts): each once. */
function hostsOf(examples: readonly string[]): string {
  const web = examples.filter((example) => /^https?:/.test(example));
  return JSON.stringify([...new Set(web.map((example) => new URL(example).origin))]);
}

/** The program needs no more of a provider than what it reads. */
export const bareProviders: Plugin = {
  name: 'bare-providers',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/provider\/registry\/[^/]+\.ts$/ },
    handler(code) {
      const edits: Edit[] = [];
      new Visitor({
        Property({ key, value, start, end }) {
          if (key.type !== 'Identifier') return;
          if (ONLY_TOLD.has(key.name))
            edits.push({ from: start, to: end + (code[end] === ',' ? 1 : 0), by: '' });
          const written = key.name === 'examples' && value.type === 'ArrayExpression' ? value.elements : [];
          const texts = written.flatMap((each) =>
            each?.type === 'Literal' && typeof each.value === 'string' ? [each.value] : [],
          );
          if (texts.length > 0 && texts.length === written.length)
            edits.push({ from: value.start, to: value.end, by: hostsOf(texts) });
        },
      }).visit(parseAst(code, { lang: 'ts' }));
      return edited(code, edits);
    },
  },
};
