import { instrument } from './guards.mjs';

/** The rooms whose guards are tried. Contexts and schemas are data of others. */
export const isGuarded = (path) =>
  /^src\/(verify|credential)\/.*(?<!\.d)\.ts$/.test(path) && !path.includes('/bundled');

/** What keeps what it has made once. */
const CACHES = {
  'src/lazy.ts': ['lazy'],
  'src/part.ts': ['part'],
  'src/encoding/remember.ts': ['remember', 'rememberOf'],
};

/** The same, for one run of a test: else a mutant would be answered with what was found before it. */
const forgetful = (code, names) => `${names.reduce(
  (left, name) => left.replace(`export function ${name}<`, `function lasting_${name}<`),
  code,
)}
const forEachRun = (make) => {
  let run;
  let made;
  return (...asked) => {
    if (run !== globalThis.__mutation.run) [run, made] = [globalThis.__mutation.run, make()];
    return made(...asked);
  };
};
${names.map((name) => `export const ${name} = (...given) => forEachRun(() => lasting_${name}(...given));`).join('\n')}
`;

/** Puts a switch at each guard of the two rooms as their modules are loaded. */
export const switches = (root) => ({
  name: 'guard-switches',
  enforce: 'pre',
  transform(code, id) {
    const path = id.split('?', 1)[0].replace(`${root}/`, '');
    const cache = CACHES[path];
    if (cache) return { code: forgetful(code, cache), map: null };
    return isGuarded(path) ? { code: instrument(code, path), map: null } : null;
  },
});
