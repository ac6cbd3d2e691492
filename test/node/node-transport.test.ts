import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNet } from '../../src/net/guard.ts';
import { createNodeTransport, type NodeTransportOptions } from '../../src/node/node-transport.ts';

let server: Server;
let ca: string;
const seen: Record<string, unknown>[] = [];

beforeAll(async () => {
  const altNames = [{ type: 2 as const, value: 'issuer.example.org' }];
  const pair = await generate([{ name: 'commonName', value: 'issuer.example.org' }], {
    extensions: [{ name: 'subjectAltName', altNames }],
  });
  ca = pair.cert;
  server = createServer({ key: pair.private, cert: pair.cert }, (request, response) => {
    seen.push({ path: request.url, ...request.headers });
    if (request.url === '/gzip') response.setHeader('content-encoding', 'gzip').end(gzipSync('text'));
    else if (request.url === '/br')
      response.setHeader('content-encoding', 'br').end(brotliCompressSync('text'));
    else if (request.url === '/bomb')
      response.setHeader('content-encoding', 'gzip').end(gzipSync(new Uint8Array(16 * 1024 * 1024)));
    else if (request.url === '/cut') {
      response.setHeader('content-length', '100').write('half');
      setImmediate(() => response.destroy());
    } else if (request.url === '/moved') response.writeHead(302, { location: '/text' }).end();
    else response.setHeader('set-cookie', 'a=b').end('text');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const here: NonNullable<NodeTransportOptions['resolve']> = (_, done) =>
  done(null, [{ address: '127.0.0.1', family: 4 }]);
const ask = async (
  path: string,
  options: NodeTransportOptions = {},
  port = (server.address() as AddressInfo).port,
) => {
  const transport = createNodeTransport({ ca, resolve: here, refuses: () => false, ...options });
  const net = createNet({ transport, clock: { now: () => 0 }, limits: { maxBytes: 1024 * 1024 } });
  const result = await net.get({ url: `https://issuer.example.org:${port}${path}` });
  return result.ok ? new TextDecoder().decode(result.value.bytes) : result.problem.code;
};

describe('the command line’s own requests', () => {
  it.each(['/text', '/gzip', '/br', '/moved'])('%s gives its text', async (path) => {
    expect(await ask(path)).toBe('text');
  });

  it('carry no cookie, no referrer and no more than needed', async () => {
    seen.length = 0;
    await ask('/moved');
    await ask('/text');
    for (const { path, host, ...headers } of seen)
      expect(Object.keys(headers).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'user-agent']);
  });

  it('a name that resolves to an inner address is refused before connecting, by the address that would be used', async () => {
    seen.length = 0;
    expect(await ask('/text', { refuses: undefined as never })).toBe('private-host');
    expect(seen).toEqual([]);
  });

  it('one inner address among public ones is enough', async () => {
    const both: typeof here = (_, done) =>
      done(null, [
        { address: '93.184.216.34', family: 4 },
        { address: '10.0.0.1', family: 4 },
      ]);
    expect(await ask('/text', { resolve: both, refuses: (address) => address === '10.0.0.1' })).toBe(
      'private-host',
    );
  });

  it('tell a name that is not there, a closed door, a wrong certificate and a broken answer apart', async () => {
    const nobody: typeof here = (_, done) => done(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), []);
    expect(await ask('/text', { resolve: nobody })).toBe('dns-failed');
    expect(await ask('/text', { ca: '' })).toBe('tls-failed');
    expect(await ask('/cut')).toBe('network-failed');
    const closed = createServer();
    await new Promise<void>((done) => closed.listen(0, '127.0.0.1', done));
    const { port } = closed.address() as AddressInfo;
    await new Promise((done) => closed.close(done));
    expect(await ask('/text', {}, port)).toBe('connection-refused');
  });

  it('a small answer that inflates beyond the cap is too large', async () => {
    expect(await ask('/bomb')).toBe('too-large');
  });
});
