// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { Welcome } from '../../src/welcome/welcome.tsx';
import { VOICE } from '../ui/voice.ts';

it('the welcome page’s samples claim no more than a real row would', () => {
  const root = document.createElement('div');
  act(() => render(<Welcome voice={VOICE} onSettings={() => undefined} />, root));
  const samples = [...root.querySelectorAll<HTMLElement>('.sample')];
  expect(samples.map(({ dataset }) => dataset.standing)).toEqual([
    'unrecognised',
    'verified',
    'caution',
    'inconclusive',
  ]);
  for (const sample of [samples[0], samples[3]]) expect(sample?.textContent).not.toContain('Issued by');
  expect(root.textContent).not.toMatch(/[a-z]+_[a-z]+/);
});
