import { describe, expect, it } from 'vitest';
import { showsWholeStatus } from '../../../src/verify/proof/disclosure.ts';

const STATUS = '<https://www.w3.org/2018/credentials#credentialStatus>';

describe('a status among the mandatory statements', () => {
  it.each<[string, string, string | null, boolean]>([
    ['of the credential itself', `<urn:c> ${STATUS} <urn:s> .\n`, 'urn:c', true],
    ['of a credential without an id', `_:b0 ${STATUS} _:b1 .\n`, null, true],
    ['of something else in it', `<urn:other> ${STATUS} <urn:s> .\n`, 'urn:c', false],
    ['of a credential inside it, in a graph of its own', `<urn:c> ${STATUS} <urn:s> _:g .\n`, 'urn:c', false],
    [
      'that is only spoken of',
      `<urn:c> <https://schema.org/name> " ${STATUS} <urn:s> ." .\n`,
      'urn:c',
      false,
    ],
  ])('counts where it is %s', (_, quad, id, expected) => {
    expect(showsWholeStatus(['<urn:c> <urn:p> <urn:o> .\n', quad], id)).toBe(expected);
  });
});
