import { configureGlobal } from 'fast-check';

// The switches that an instrumented module asks: what it found is noted, and what it goes by may be another thing.
const state = {
  /** `{ site, kind }` of the mutant that is on, or null. */
  active: null,
  /** Where what is found is noted: `site␟kind` of each mutant that would have changed something. */
  noted: new Set(),
  /** Counts the runs of tests: no cache outlives one. */
  run: 0,
};
globalThis.__mutation ??= state;

const shared = globalThis.__mutation;
const note = (site, kind) => shared.noted.add(`${site}\u241f${kind}`);
const active = (site) => (shared.active !== null && shared.active.site === site ? shared.active.kind : null);
const REPLACED = { never: false, always: true, nothing: null };

globalThis.__guard = (site, value) => {
  note(site, value ? 'never' : 'always');
  if (value !== null && value !== undefined) note(site, 'nothing');
  const kind = active(site);
  return kind === null || (kind === 'always' && value) || (kind === 'never' && !value)
    ? value
    : REPLACED[kind];
};

globalThis.__rule = (site, value) => {
  if (typeof value !== 'function') return value;
  note(site, 'rule');
  return (...given) => {
    note(site, 'off');
    return active(site) === 'off' ? undefined : value(...given);
  };
};

globalThis.__member = (site, value) => ({
  ...value,
  get required() {
    note(site, 'optional');
    return active(site) !== 'optional' && value.required;
  },
  get definite() {
    return active(site) !== 'optional' && value.definite;
  },
});

// Properties are asked the same questions each time: else a mutant would live or die by chance.
configureGlobal({ seed: 20261123 });
