import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { type JsonReport, toJson } from '../../src/report/json.ts';
import {
  isReceipt,
  makeReceipt,
  type ReceiptKey,
  readReceipt,
  thumbprintOf,
} from '../../src/report/receipt.ts';
import { run } from '../cli/machine.ts';
import { ITEMS, NOW } from '../ui/made-up-items.ts';
import { VOICE } from '../ui/voice.ts';

async function newKey(): Promise<ReceiptKey> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  return { privateKey, publicJwk: await exportJWK(publicKey) };
}
const PAGE = { url: 'https://profiles.example/ana', title: 'Ana Lindqvist' };
const report = (count = 2) =>
  toJson({ page: PAGE, items: ITEMS.slice(0, count), at: NOW, contexts: [], explain: false }, VOICE);

describe('a receipt', () => {
  it('says what was seen, and with which key it was made', async () => {
    const key = await newKey();
    const receipt = await makeReceipt(report(), key);
    expect(isReceipt(receipt)).toBe(true);
    const read = await readReceipt(`${receipt}\n`);
    if (!read.ok) expect.fail(read.problem.code);
    expect(read.value.report).toEqual(JSON.parse(JSON.stringify(report())));
    expect(read.value.thumbprint).toMatch(/^[\w-]{43}$/);
  });

  it('can be read of the largest page, too', async () => {
    const items = Array.from({ length: 400 }, () => ITEMS).flat();
    const whole = toJson({ page: PAGE, items, at: NOW, contexts: [], explain: false }, VOICE);
    const receipt = await makeReceipt(whole, await newKey());
    expect(JSON.stringify(whole).length).toBeGreaterThan(10_000_000);
    expect([isReceipt(receipt), (await readReceipt(receipt)).ok]).toEqual([true, true]);
  });

  it('can be read whatever a page wrote, half a character among it', async () => {
    const page = { ...PAGE, title: 'Ana \ud83d' };
    const whole = toJson({ page, items: [], at: NOW, contexts: [], explain: false }, VOICE);
    const read = await readReceipt(await makeReceipt(whole, await newKey()));
    expect(read.ok && read.value.report.page).toEqual({ ...PAGE, title: 'Ana \ufffd' });
  });

  it('carries nothing of the private key', async () => {
    const { privateKey } = await newKey();
    const receipt = await makeReceipt(report(), { privateKey, publicJwk: await exportJWK(privateKey) });
    const header = Buffer.from(receipt.split('.')[0] ?? '', 'base64url').toString();
    expect(JSON.parse(header).jwk).not.toHaveProperty('d');
  });

  it.each([0, 1, 2])('of which one character of part %i is changed does not hold', async (part) => {
    const parts = (await makeReceipt(report(), await newKey())).split('.');
    const text = parts[part] ?? '';
    const at = Math.floor(text.length / 2);
    parts[part] = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
    expect((await readReceipt(parts.join('.'))).ok).toBe(false);
  });

  it('is told from any other token by its type alone, and no token passes for one', async () => {
    const { privateKey, publicJwk } = await newKey();
    const token = await new CompactSign(new TextEncoder().encode(JSON.stringify(report())))
      .setProtectedHeader({ alg: 'ES256', typ: 'JWT', jwk: publicJwk })
      .sign(privateKey);
    expect(isReceipt(token)).toBe(false);
  });
});

describe('the command line', () => {
  it('reads a receipt out, and takes what it records for no finding of its own', async () => {
    const key = await newKey();
    const receipt = await makeReceipt(report(1), key);
    const { out, exit } = await run(['verify', 'r.jws'], { files: { 'r.jws': receipt } });
    expect(exit).toBe(2);
    expect(out).toContain('Nothing in it was changed since it was made.');
    expect(out).toContain('Nothing was checked now.');
    expect(out).toContain('Cloud Security Professional');
    // The settings of whoever made it show the same.
    expect(out).toContain(`Made with the key ${await thumbprintOf(key.publicJwk)}.`);
    const json = await run(['verify', 'r.jws', '--json'], { files: { 'r.jws': receipt } });
    expect(json.exit).toBe(2);
    expect(JSON.parse(json.out)).toMatchObject({
      schema: 'touchstone/1',
      items: [],
      receipt: { intact: true, records: { items: [{ status: 'signature-verified' }] } },
    });
  });

  it('tells with the status all that its maker recorded against it, so that "signed" never stands alone', async () => {
    const records = ITEMS.filter(({ key }) => ['unknown-issuer', 'expired', 'permission'].includes(key)).map(
      (each) => ({ ...each, verdict: { ...each.verdict, also: ['suspended' as const] } }),
    );
    const recorded = toJson({ page: PAGE, items: records, at: NOW, contexts: [], explain: false }, VOICE);
    const receipt = await makeReceipt(recorded, await newKey());
    const { out } = await run(['verify', 'r.jws'], { files: { 'r.jws': receipt } });
    expect(out).toContain('Signed (Suspended for now) · Issuer not known to us  Data Literacy, Level 2');
    expect(out).toContain('Expired (Suspended for now) · Raises a question  Emergency First Aid at Work');
    expect(out).toContain('     It was valid until Jun 30, 2024');
    expect(out).toContain('Not checked (Suspended for now) · Could not be checked  Leadership Essentials');
  });

  it('tells what its records leave out, and which of them is older', async () => {
    const [first, second] = ITEMS;
    if (!first || !second) throw new Error('no items');
    const older = { ...first, report: { ...first.report, at: NOW - 86_400_000 } };
    const page = { ...PAGE, gaps: [{ code: 'links-not-listed', count: 320 } as const] };
    const recorded = toJson({ page, items: [older, second], at: NOW, contexts: [], explain: false }, VOICE);
    const receipt = await makeReceipt(recorded, await newKey());
    const { out } = await run(['verify', 'r.jws'], { files: { 'r.jws': receipt } });
    expect(out).toContain('Not in these records: links-not-listed\n');
    expect(out.match(/Checked at .*/g)).toEqual([
      'Checked at 2026-11-22T09:41:07.000Z, before the last of them.',
    ]);
  });

  it.each([
    ['a later version', { ...report(1), schema: 'touchstone/2' }],
    ['no time', { ...report(1), at: {} }],
    ['no list of records', { ...report(1), items: 'all of them verified' }],
  ])('says of a receipt with %s that it cannot be read, and not that it was changed', async (_, records) => {
    const receipt = await makeReceipt(records as unknown as JsonReport, await newKey());
    const files = { 'r.jws': receipt };
    expect(await run(['verify', 'r.jws'], { files })).toMatchObject({
      exit: 2,
      out: 'This is no receipt that can be read.\n',
    });
    const { out } = await run(['verify', 'r.jws', '--json'], { files });
    expect(JSON.parse(out).receipt).toEqual({ intact: null, reason: 'receipt-malformed' });
  });

  it('reads one from a pipe, and makes no report of it', async () => {
    const receipt = await makeReceipt(report(1), await newKey());
    const piped = await run(['verify', '-'], { input: receipt });
    expect([piped.exit, piped.out]).toEqual([2, expect.stringContaining('Nothing was checked now.')]);
    const reported = await run(['verify', 'r.jws', '--report', 'r.csv'], { files: { 'r.jws': receipt } });
    expect(reported).toMatchObject({
      exit: 64,
      out: '',
      written: {},
      err: expect.stringContaining('--report'),
    });
  });

  it('says of a changed receipt that it was changed, and nothing of what it claims', async () => {
    const parts = (await makeReceipt(report(1), await newKey())).split('.');
    const claims = Buffer.from(parts[1] ?? '', 'base64url')
      .toString()
      .replace('Cloud', 'Cl0ud');
    parts[1] = Buffer.from(claims).toString('base64url');
    const { out, exit } = await run(['verify', 'r.jws'], { files: { 'r.jws': parts.join('.') } });
    expect(exit).toBe(1);
    expect(out).toContain('was changed after it was made');
    expect(out).not.toContain('Cl0ud');
  });
});
