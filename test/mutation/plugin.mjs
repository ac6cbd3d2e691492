import { instrument } from './guards.mjs';

/** The rooms whose guards are tried. Contexts and schemas are data of others. */
export const isGuarded = (path) =>
  /^src\/(verify|credential)\/.*(?<!\.d)\.ts$/.test(path) && !path.includes('/bundled');

/** Puts a switch at each guard of the two rooms as their modules are loaded. */
export const switches = (root) => ({
  name: 'guard-switches',
  enforce: 'pre',
  transform(code, id) {
    const path = id.split('?', 1)[0].replace(`${root}/`, '');
    return isGuarded(path) ? { code: instrument(code, path), map: null } : null;
  },
});
