import { describe, expect, it } from 'vitest';
import { nameOfAnother } from '../../../src/verify/trust/issuer-name.ts';

describe('a name that resembles a listed one', () => {
  it.each([
    ['Google', 'Google'],
    ['Ciscoo', 'Cisco'],
    ['SAS', 'SAS'],
    ['S.A.S. Academy', 'SAS'],
  ])('%s is held against %s', (name, listed) => {
    expect(nameOfAnother(name)?.name).toBe(listed);
  });

  // Several issuers may be at home there, and none of them has this name.
  it.each([
    ['Amazon', 'amazon.com'],
    ['MIT', 'mit.edu'],
    ['Pearson VUE', 'pearsonvue.com'],
  ])('%s, which only is the first label of a domain, is held against the domain %s', (name, domain) => {
    expect(nameOfAnother(name)?.name).toBe(domain);
  });

  it.each(['Harbour Formation SAS', 'Harbour Formation S.A.S.'])(
    '%s is held against nobody: so a French firm writes its legal form',
    (name) => {
      expect(nameOfAnother(name)).toBeNull();
    },
  );
});
