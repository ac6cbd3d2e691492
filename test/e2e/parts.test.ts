/** What the extension loads only when a document needs it, in the built extension's own background, and after that was ended. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ob3 } from '../build/badge.ts';
import { bakePng, bakeSvgCredential } from '../build/bake.ts';
import { deriveWith } from '../build/derived.ts';
import { issueFor } from '../build/issue.ts';
import { createJwtIssuer } from '../build/jwt-issuer.ts';
import { qrPng } from '../build/qr.ts';
import { json } from '../world/reply.ts';
import type { Served } from '../world/server.ts';
import { allowAll, checksOf, rowsOf, settled, trust } from './popup.ts';
import { until, type View } from './session.ts';
import { BROWSERS, type Stage, setStageIn } from './stage.ts';

const ISSUER = 'Aldermoor College';
const LINK = 'https://posters.aldermoor.example/badge.json';

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

/** A map of values by a key is none of the forms that the one walk knows (JSON-LD 1.1 §4.6.1). */
const withMap = (issuer: string) => {
  const plain = badge(issuer);
  const own = { notes: { '@id': 'https://aldermoor.example/notes', '@container': '@index' } };
  return { ...plain, '@context': [...(plain['@context'] as string[]), own], notes: { en: 'With honours.' } };
};

/** Only a former content of its context has this word. */
const withJwt = (issuer: string) => ({ ...badge(issuer), endorsementJwt: ['aaaa.bbbb.cccc'] });

/** Few badges tell of an examination. */
const withResult = (issuer: string) => {
  const { credentialSubject, ...plain } = badge(issuer);
  const result = { type: ['Result'], value: '42' };
  return { ...plain, credentialSubject: { ...(credentialSubject as object), result: [result] } };
};

const shown = { selective: ['/id', '/name', '/credentialSubject'] };
const made = async () => ({
  bbs: await deriveWith('bbs-2023', badge, shown),
  sd: await deriveWith('ecdsa-sd-2023', badge, shown),
  map: (await issueFor('eddsa-rdfc-2022', { credentialOf: withMap as never })).credential as Record<
    string,
    unknown
  >,
  result: (await issueFor('eddsa-rdfc-2022', { credentialOf: withResult as never })).credential as Record<
    string,
    unknown
  >,
  former: (
    await issueFor('eddsa-rdfc-2022', {
      credentialOf: withJwt as never,
      snapshot: 'ob-v3p0-3.0.3-with-jti',
    })
  ).credential as Record<string, unknown>,
});

describe.each(BROWSERS)('a part that is loaded when it is first needed, in %s,', (browser) => {
  let stage: Stage<Served>;
  let credentials: Awaited<ReturnType<typeof made>>;
  let token: string;
  beforeAll(async () => {
    credentials = await made();
    const byToken = await createJwtIssuer();
    token = await byToken.badge();
    stage = await setStageIn(
      {
        hosts: new Set([new URL(LINK).hostname]),
        replies: new Map([[LINK, json(credentials.map)]]),
      },
      browser,
    );
    const ids = Object.values(credentials).map(({ issuer }) => (issuer as { readonly id: string }).id);
    await trust(stage.session, [
      ...ids.map((id) => ({ id, name: ISSUER })),
      { id: byToken.did, name: 'Example' },
    ]);
  });
  afterAll(() => stage?.close());

  const fileOf = (kind: string): Buffer => {
    if (kind === 'qr') return qrPng(LINK);
    if (kind === 'token') return Buffer.from(token);
    if (kind === 'png')
      return bakePng(qrPng('nothing'), JSON.stringify(credentials.map), 'openbadgecredential');
    if (kind === 'svg')
      return Buffer.from(
        bakeSvgCredential('<svg xmlns="http://www.w3.org/2000/svg"></svg>', JSON.stringify(credentials.map)),
      );
    return Buffer.from(JSON.stringify(credentials[kind as keyof typeof credentials]));
  };

  /** Drops a file on a preview of its own: its rows. */
  const drop = async (file: Buffer): Promise<View> => {
    const preview = await stage.session.openOwnPage('src/preview/index.html');
    await until(preview, () => document.querySelector('textarea') !== null);
    await preview.evaluate((content) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(content), (each) => each.charCodeAt(0))], 'badge'));
      document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, file.toString('base64'));
    await until(preview, () => document.querySelector('[data-credential]') !== null);
    await settled(preview);
    await allowAll(preview);
    return preview;
  };
  const said = async (file: Buffer): Promise<readonly string[]> => {
    const preview = await drop(file);
    const rows = await rowsOf(preview);
    await preview.close();
    return rows.map(({ status, standing }) => `${status} ${standing}`);
  };

  const KINDS = [
    ['the curve of bbs-2023', 'bbs', 'signature-verified verified'],
    // Of this suite nobody can tell what is kept back: an end may be.
    ['the suite ecdsa-sd-2023', 'sd', 'signature-verified caution'],
    ['the general JSON-LD processor', 'map', 'signature-verified verified'],
    ['the reader of signed tokens', 'token', 'signature-verified verified'],
    ['the reader of baked pictures', 'png', 'signature-verified verified'],
    ['the reader of baked drawings', 'svg', 'signature-verified verified'],
    // What stands there as an endorsement is none.
    ['a context as it was before', 'former', 'signature-verified caution'],
    ['the reader of results', 'result', 'signature-verified verified'],
    ['the reader of QR codes', 'qr', 'signature-verified verified'],
  ] as const;

  it.each(KINDS)('%s, verifies what needs it', async (_what, kind, verdict) => {
    expect(await said(fileOf(kind))).toEqual([verdict]);
  });

  it('whichever it is, is there once more after the background was ended', async () => {
    for (const [what, kind, verdict] of KINDS) {
      await stage.session.stopWorker();
      expect([what, await said(fileOf(kind))]).toEqual([what, [verdict]]);
    }
  });

  it('finds what was changed after signing', async () => {
    const { bbs } = credentials;
    const subject = bbs.credentialSubject as Record<string, Record<string, unknown>>;
    const forged = {
      ...bbs,
      credentialSubject: { ...subject, achievement: { ...subject.achievement, name: 'Surgery' } },
    };
    const preview = await drop(Buffer.from(JSON.stringify(forged)));
    const [row] = await rowsOf(preview);
    expect([row?.status, row?.standing]).toEqual(['failed', 'failed']);
    await preview.click('.row-button');
    await until(preview, () => document.querySelector('[data-check="proof"]') !== null);
    const proof = (await checksOf(preview, row?.key ?? '')).find(({ id }) => id === 'proof');
    expect(proof).toMatchObject({ state: 'failed', code: 'signature-invalid' });
    await preview.close();
  });
});
