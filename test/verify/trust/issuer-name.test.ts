import { describe, expect, it } from 'vitest';
import { bearsName, nameOfAnother } from '../../../src/verify/trust/issuer-name.ts';

describe('a name that resembles a listed one', () => {
  it.each([
    ['Google', 'Google'],
    ['Ciscoo', 'Cisco'],
    ['SAS', 'SAS'],
    ['S.A.S. Academy', 'SAS'],
    ['Harbour SAS Academy', 'SAS'],
    ['Microsoftpartners', 'Microsoft'],
    ['MicrosoftPartners', 'Microsoft'],
    ['The Cisco Inc.', 'Cisco'],
    ['Сіѕсо', 'Cisco'],
    ['Ci\u200bsco', 'Cisco'],
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

it('a name is an organisation’s where it is that, or begins or ends with it', () => {
  const bears = (name: string, organisation = 'Example University') => bearsName(name, organisation);
  for (const name of [
    'Example University',
    'Example University, Faculty of Law',
    'Faculty of Law, Example University',
    'The Example University Inc.',
  ])
    expect(bears(name), name).toBe(true);
  for (const name of ['Example College', 'University Example', 'Friends of Example University Press', ''])
    expect(bears(name), name).toBe(false);
  expect(bears('Example University', 'The Co., Ltd.')).toBe(false);
});
