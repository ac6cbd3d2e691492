import { describe, expect, it } from 'vitest';
import type { Transport } from '../../src/net/transport.ts';
import { succeed } from '../../src/result.ts';
import { assertion, badgeClass, issuerProfile } from '../build/badge.ts';
import { createJwtIssuer } from '../build/jwt-issuer.ts';
import { NOW, run } from './machine.ts';

const HOST = 'https://badges.example.org';
const course = { id: `${HOST}/class`, name: 'Glazing', description: 'd', criteria: 'Glaze a window.' };
const hosted = (n: number) =>
  assertion({
    id: `${HOST}/${n}`,
    badge: `${HOST}/class`,
    email: 'ada@example.org',
    from: '2026-01-01T00:00:00Z',
  });
const issuer = await createJwtIssuer();
const good = JSON.stringify(await issuer.badge());
const bundle = JSON.stringify([await issuer.badge(), await issuer.badge()]);

/** A server of hosted badges that writes down what it is asked for. */
function server(): { readonly transport: Transport; readonly asked: string[] } {
  const asked: string[] = [];
  const records: Record<string, object> = {
    [`${HOST}/1`]: hosted(1),
    [`${HOST}/2`]: hosted(2),
    [`${HOST}/class`]: badgeClass(course, `${HOST}/issuer`),
    [`${HOST}/issuer`]: issuerProfile(`${HOST}/issuer`, 'Guild of Glaziers'),
  };
  return {
    asked,
    transport: {
      hops: 'visible',
      get: async ({ url }) => {
        asked.push(url);
        const record = records[url];
        const headers = new Headers({ 'content-type': 'application/json' });
        const body = new Blob([JSON.stringify(record ?? {})]).stream();
        return succeed({ url, status: record ? 200 : 404, headers, body });
      },
    },
  };
}
const verify = async (targets: readonly string[], machine: Parameters<typeof run>[1]) => {
  const told = await run(['verify', ...targets, '--json', '--at', NOW], machine);
  return { ...told, json: JSON.parse(told.out || 'null') };
};

describe('several targets in one call', () => {
  it('are items of one report in the order of the targets, each with its source', async () => {
    const { transport } = server();
    const told = await verify([`${HOST}/1`, 'a.json', 'bundle.json'], {
      files: { 'a.json': good, 'bundle.json': bundle },
      transport,
    });
    expect(told.exit).toBe(0);
    expect(told.json.page).toBe(null);
    expect(told.json.items.map((item: Record<string, unknown>) => [item.source, item.status])).toEqual([
      [`${HOST}/1`, 'issuer-confirmed'],
      ['a.json', 'signature-verified'],
      ['bundle.json', 'signature-verified'],
      ['bundle.json', 'signature-verified'],
    ]);
  });

  it('share one net: what two records rest on is asked for once', async () => {
    const { transport, asked } = server();
    expect((await verify([`${HOST}/1`, `${HOST}/2`], { transport })).exit).toBe(0);
    expect(asked.filter((url) => url === `${HOST}/issuer`)).toHaveLength(1);
    expect(asked.filter((url) => url === `${HOST}/class`)).toHaveLength(1);
  });

  it('go on past one that cannot be read, which is an item that says so', async () => {
    const told = await verify(['gone.json', 'a.json'], { files: { 'a.json': good } });
    expect(told.exit).toBe(2);
    expect(told.json.items).toMatchObject([
      { source: 'gone.json', status: 'not-checked', reason: 'file-unreadable' },
      { source: 'a.json', status: 'signature-verified' },
    ]);
  });

  it('are 2 where one of them held nothing, however good the others are', async () => {
    const pages = { 'empty.html': '<p>Nothing</p>', 'a.html': `<a href="${HOST}/1">Glazing</a>` };
    const told = await run(['inspect', 'empty.html', 'a.html', '--json'], { files: pages });
    expect(told.exit).toBe(2);
    expect(JSON.parse(told.out).pages).toMatchObject([{ source: 'empty.html' }, { source: 'a.html' }]);
  });

  it('are 1 where one is forged, also where it stands in a list in the list', async () => {
    const changed = `${(await issuer.badge()).slice(0, -8)}AAAAAAAA`;
    const nested = [await issuer.badge(), [[changed]]];
    for (const content of [nested, { credentials: nested }]) {
      const told = await verify(['n.json'], { files: { 'n.json': JSON.stringify(content) } });
      expect(told.json.items.map(({ status }: { status: string }) => status)).toEqual([
        'signature-verified',
        'failed',
      ]);
      expect(told.exit).toBe(1);
    }
  });

  it('name, within a target, the item that carries another one', async () => {
    const unsigned = JSON.stringify({
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential', 'ClrCredential'],
      issuer: 'did:key:z6Mk',
      credentialSubject: { verifiableCredential: [JSON.parse(good).vc ?? {}] },
    });
    const { json } = await verify(['a.json', 'clr.json', 'clr.json'], {
      files: { 'a.json': good, 'clr.json': unsigned },
    });
    const within = json.items.flatMap((item: Record<string, unknown>) => item.within ?? []);
    expect(within).toEqual([1, 3]);
  });

  it('stand in the table and in the spreadsheet with their sources', async () => {
    const files = { 'a.json': good };
    const told = await run(['verify', 'a.json', 'gone.json', '--report', 'r.csv'], { files });
    expect(told.out).toMatch(/^ {2}2 {2}\? Not checked {2}gone\.json {2}/m);
    expect(told.out).toContain('There is no such file');
    expect(told.written['r.csv']).toContain('"gone.json"');
  });

  it('are told apart in the first lines, where many hold a badge of one title', async () => {
    const files = { 'out/2026/a.json': good, 'out/2026/b/c.json': good };
    const told = await run(['verify', ...Object.keys(files), '--report', 'r.html'], { files });
    expect(told.out).toMatch(/^ {2}1 {2}.* a\.json · .*\n {2}2 {2}.* b\/c\.json · /m);
    const overview = told.written['r.html']?.split('</table>')[0];
    expect(overview).toMatch(/>a\.json<.*\n.*>b\/c\.json</);
    expect((await run(['verify', 'out/2026/a.json'], { files })).out).not.toContain('a.json');
  });

  it('name standard input once, since it can be read once', async () => {
    const told = await run(['verify', '-', 'a.json', '-'], { files: { 'a.json': good }, input: good });
    expect(told).toMatchObject({ exit: 64, out: '' });
    expect(told.err).toContain('standard input can be read once');
  });

  it('one alone has no source, and cannot be missing', async () => {
    const { json } = await verify(['a.json'], { files: { 'a.json': good } });
    expect(json.items[0]).not.toHaveProperty('source');
    expect(json).not.toHaveProperty('pages');
    expect((await run(['verify', 'gone.json'])).exit).toBe(64);
  });
});
