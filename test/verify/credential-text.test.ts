import { expect, it } from 'vitest';
import { readCredentialText } from '../../src/verify/credential-text.ts';

const codeOf = async (text: string): Promise<string> => {
  const read = await readCredentialText(text, 'https://a.example/1');
  return read.ok ? 'read' : read.problem.code;
};

it('a text that is cut off is told from JSON that is no credential', async () => {
  expect(await codeOf('{"type": ["Verifi')).toBe('json-malformed');
  expect(await codeOf('{"a": '.repeat(2000))).toMatch(/^json-/);
  expect(await codeOf('{"hello": "world"}')).not.toMatch(/^json-/);
});

it('a presentation in the place of a credential asserts nothing', async () => {
  const context = ['https://www.w3.org/ns/credentials/v2'];
  const whole = { '@context': context, type: ['VerifiablePresentation'], holder: 'did:example:ann' };
  const read = await readCredentialText(JSON.stringify(whole), 'https://a.example/');
  expect(read).toMatchObject({ ok: false, problem: { code: 'answer-not-understood' } });
});
