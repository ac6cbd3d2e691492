/** The suite whose curve is loaded only when a credential needs it, in the built extension's own worker. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ob3 } from '../build/badge.ts';
import { deriveWith } from '../build/derived.ts';
import type { Served } from '../world/server.ts';
import { checksOf, rowsOf, settled, trust } from './popup.ts';
import { until, type View } from './session.ts';
import { BROWSERS, type Stage, setStageIn } from './stage.ts';

/** Nobody has to be asked: the issuer is its key. */
const NOBODY: Served = { hosts: new Set(), replies: new Map() };
const ISSUER = 'Aldermoor College';

const badge = (issuer: string) =>
  ob3({
    id: 'urn:uuid:00000000-0000-4000-8000-0000000000b5',
    issuer: { id: issuer, name: ISSUER },
    course: {
      id: 'https://aldermoor.example/welding',
      name: 'Welding',
      description: 'Can weld.',
      criteria: 'Has welded.',
    },
    subject: { id: 'did:example:ann' },
    from: '2026-01-15T00:00:00Z',
    until: '2036-01-15T00:00:00Z',
  });

describe.each(BROWSERS)('a bbs-2023 credential in the worker of %s', (browser) => {
  let stage: Stage<Served>;
  let preview: View;
  let derived: Record<string, unknown>;
  beforeAll(async () => {
    derived = await deriveWith('bbs-2023', badge, { selective: ['/id', '/name', '/credentialSubject'] });
    stage = await setStageIn(NOBODY, browser);
    const { id } = derived.issuer as { readonly id: string };
    await trust(stage.session, [{ id, name: ISSUER }]);
    preview = await stage.session.openOwnPage('src/preview/index.html');
    await until(preview, () => document.querySelector('textarea') !== null);
  });
  afterAll(() => stage?.close());

  /** Drops a file; its row, and what it says of the proof. */
  const drop = async (credential: object, rows: number) => {
    await preview.evaluate((content) => {
      const data = new DataTransfer();
      data.items.add(new File([content], 'badge.json'));
      document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, JSON.stringify(credential));
    await until(preview, (count) => document.querySelectorAll('[data-credential]').length === count, rows);
    await settled(preview);
    const all = await rowsOf(preview);
    return all.map(({ status, standing }) => `${status} ${standing}`);
  };

  it('derived by another’s library is verified, and one that was changed after that has failed', async () => {
    expect(await drop(derived, 1)).toEqual(['signature-verified verified']);
    const subject = derived.credentialSubject as Record<string, Record<string, unknown>>;
    const forged = {
      ...derived,
      credentialSubject: { ...subject, achievement: { ...subject.achievement, name: 'Surgery' } },
    };
    expect([...(await drop(forged, 2))].sort()).toEqual(['failed failed', 'signature-verified verified']);
    const failed = (await rowsOf(preview)).find(({ status }) => status === 'failed');
    await preview.evaluate((key) => {
      document.querySelector<HTMLElement>(`[data-credential=${JSON.stringify(key)}] .row-button`)?.click();
    }, failed?.key ?? '');
    await until(preview, () => document.querySelector('[data-check="proof"]') !== null);
    const proof = (await checksOf(preview, failed?.key ?? '')).find(({ id }) => id === 'proof');
    expect(proof).toMatchObject({ state: 'failed', code: 'signature-invalid' });
  });
});
