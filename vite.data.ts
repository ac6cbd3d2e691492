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

/** Of a link's examples the program reads the hosts (look-alike.ts): each once in a file, and none that it lists anyway. */
function hostsOf(examples: readonly string[], told: Set<string>, code: string): string {
  const origins = examples.flatMap((each) => (/^https?:/.test(each) ? [new URL(each).origin] : []));
  const untold = origins.filter((origin) => !told.has(origin) && !code.includes(`'${origin}/*'`));
  for (const origin of untold) told.add(origin);
  return JSON.stringify([...new Set(untold)]);
}

/** The program needs no more of a provider than what it reads. */
export const bareProviders: Plugin = {
  name: 'bare-providers',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/provider\/registry\/[^/]+\.ts$/ },
    handler(code) {
      const edits: Edit[] = [];
      const told = new Set<string>();
      new Visitor({
        Property({ key, start, end }) {
          if (key.type === 'Identifier' && ONLY_TOLD.has(key.name))
            edits.push({ from: start, to: end + (code[end] === ',' ? 1 : 0), by: '' });
        },
        ObjectExpression({ properties }) {
          const memberOf = (name: string) =>
            properties.flatMap((each) =>
              each.type === 'Property' && each.key.type === 'Identifier' && each.key.name === name
                ? [each.value]
                : [],
            )[0];
          const value = memberOf('examples');
          const written = value?.type === 'ArrayExpression' ? value.elements : [];
          const texts = written.flatMap((each) =>
            each?.type === 'Literal' && typeof each.value === 'string' ? [each.value] : [],
          );
          if (!value || texts.length === 0 || texts.length < written.length) return;
          const hosts = memberOf('anyHost') ? '[]' : hostsOf(texts, told, code);
          edits.push({ from: value.start, to: value.end, by: hosts });
        },
      }).visit(parseAst(code, { lang: 'ts' }));
      return edited(code, edits);
    },
  },
};
