/** A thousand records, two workers, one of which is killed in the middle. `npm test`; needs redis-server. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { UnrecoverableError, Worker } from 'bullmq';
import { placeFor } from './host-limit.js';
import { addRecords, openQueue, QUEUE, RESULTS } from './records.js';
import { connect, startRedis } from './redis.js';

const COUNT = 1_000;
const HOSTS = 10;
const PER_HOST = 20;
/** Every 50th server is down at first, every 200th for good. */
const isShaky = (n) => n % 50 === 0;
const isDown = (n) => n % 200 === 0;

const hostOf = (n) => `h${n % HOSTS}.example.org`;
/** Whoever asks for it is killed. */
const DEADLY = 'https://deadly.example.org/badge.jwt';
let onDeadly = () => undefined;
const linkOf = (n) => `https://${hostOf(n)}/badges/${n}.jwt`;

let redisServer;
let redis;
let web;
const workers = [];
/** Requests so far, by record. */
const asked = new Map();

before(async () => {
  redisServer = await startRedis();
  redis = connect(redisServer.port);
  web = await startWeb();
});
after(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  redis.disconnect();
  web.close();
  await redisServer.stop();
});

test('each record has exactly one result, whatever happens to its worker', async () => {
  const queue = openQueue(redis);
  const records = Array.from({ length: COUNT }, (_, index) => ({ n: index + 1, input: linkOf(index + 1) }));
  process.env.BACKOFF_MS = '100';
  await addRecords(queue, records);
  await addRecords(queue, records.slice(0, 100));

  const [doomed] = [startWorker(), startWorker()];
  await until(async () => (await redis.hlen(RESULTS)) >= COUNT / 4);
  doomed.kill('SIGKILL');
  startWorker();
  await until(async () => (await redis.hlen(RESULTS)) === COUNT);

  const results = Object.values(await redis.hgetall(RESULTS)).map((text) => JSON.parse(text));
  assert.deepEqual(
    results.map(({ n }) => n).sort((one, other) => one - other),
    records.map(({ n }) => n),
  );
  for (const { n, items } of results)
    assert.deepEqual(
      [n, items.map(({ status }) => status)],
      [n, [isDown(n) ? 'unreachable' : 'signature-verified']],
    );
  for (const { n } of records.filter((each) => isShaky(each.n)))
    assert.ok(asked.get(linkOf(n)) >= (isDown(n) ? 3 : 2), `record ${n} was tried again`);
  const times = sumOf(asked);
  await addRecords(queue, records.slice(0, 100));
  await until(async () => (await openJobs(queue)) === 0);
  assert.equal(sumOf(asked), times, 'records that have a result are not asked for again');
  await queue.close();
});

test('no host was given more places than it has, and nobody asked without one', async () => {
  const given = new Map();
  for (const key of await redis.keys('places:*')) {
    const places = Number(await redis.get(key));
    assert.ok(places <= PER_HOST, `${key} has ${places}`);
    const [, host] = key.split(':');
    given.set(host, (given.get(host) ?? 0) + places);
  }
  const requests = new Map();
  for (const [link, times] of asked) {
    const { host } = new URL(link);
    requests.set(host, (requests.get(host) ?? 0) + times);
  }
  assert.equal(requests.size, HOSTS);
  for (const [host, times] of requests) assert.ok(times <= given.get(host), `${host}: ${times} requests`);
});

test('a host has no more places for workers whose clocks differ', async (t) => {
  const hour = { most: 1, perMs: 3_600_000 };
  assert.equal(await placeFor(redis, 'clocks.example', hour), 0);
  const now = Date.now();
  t.mock.method(Date, 'now', () => now + hour.perMs);
  assert.ok((await placeFor(redis, 'clocks.example', hour)) > 0);
});

test('a record that ends its workers has a result that says so, and those beside it have theirs', async () => {
  const queue = openQueue(redis);
  const deadly = COUNT + 1;
  onDeadly = () => {
    for (const worker of workers.splice(0)) worker.kill('SIGKILL');
    startWorker();
  };
  await addRecords(queue, [
    { n: deadly, input: DEADLY },
    { n: deadly + 1, input: linkOf(1) },
  ]);
  await until(async () => (await redis.hlen(RESULTS)) === COUNT + 2);
  assert.deepEqual(await resultOf(deadly), [['not-checked', 'work-stopped']]);
  assert.equal((await resultOf(deadly + 1)).length, 1);
  await until(async () => (await openJobs(queue)) === 0);
  await queue.close();
});

test('a record that was given up by a worker that died then has its result, too', async () => {
  const queue = openQueue(redis);
  for (const worker of workers.splice(0)) worker.kill('SIGKILL');
  const n = COUNT + 3;
  await addRecords(queue, [{ n, input: linkOf(1) }]);
  const taken = new Worker(QUEUE, null, { connection: redis, autorun: false });
  const job = await taken.getNextJob('token');
  await job.moveToFailed(new UnrecoverableError('given up'), 'token');
  await taken.close();
  startWorker();
  await until(async () => (await redis.hlen(RESULTS)) === COUNT + 3);
  assert.deepEqual(await resultOf(n), [['not-checked', 'work-stopped']]);
  await queue.close();
});

/** Status and reason of each credential of a record. */
const resultOf = async (n) =>
  JSON.parse(await redis.hget(RESULTS, String(n))).items.map(({ status, reason }) => [status, reason]);

const sumOf = (counts) => [...counts.values()].reduce((sum, each) => sum + each, 0);

/** Jobs that are not done, whatever they wait for. */
const openJobs = async (queue) =>
  Object.values(await queue.getJobCounts()).reduce((sum, each) => sum + each, 0);

function startWorker() {
  const { port } = web.address();
  const env = { REDIS_PORT: redisServer.port, WORLD: `http://127.0.0.1:${port}`, PER_HOST, PER_MS: 500 };
  const worker = spawn(process.execPath, ['worker.js'], {
    cwd: import.meta.dirname,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  workers.push(worker);
  return worker;
}

/** Looks again until it is so; the runner's time limit ends what never is. */
async function until(isSo) {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Serves a badge at each address, signed by an issuer whose id is its key. */
async function startWeb() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { kty, crv, x, y } = publicKey.export({ format: 'jwk' });
  const did = `did:jwk:${encode({ kty, crv, x, y })}`;
  const server = createServer((request, response) => {
    const link = decodeURIComponent(request.url.slice(1));
    if (link === DEADLY) return onDeadly();
    const times = (asked.get(link) ?? 0) + 1;
    asked.set(link, times);
    const n = Number(/(\d+)\.jwt$/.exec(link)?.[1]);
    if (isDown(n) || (isShaky(n) && times === 1)) return response.writeHead(503).end();
    response.writeHead(200, { 'content-type': 'application/vc+jwt' }).end(badge(n, { did, privateKey }));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function badge(n, { did, privateKey }) {
  const credential = {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: `urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Glazing',
    issuer: { id: did, type: ['Profile'], name: 'Guild of Glaziers' },
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: {
      id: `did:example:${n}`,
      type: ['AchievementSubject'],
      achievement: {
        id: 'https://glaziers.example/c',
        type: ['Achievement'],
        name: 'Glazing',
        description: 'Cutting and fitting.',
        criteria: { narrative: 'Glaze a window.' },
      },
    },
  };
  const claims = { iss: did, sub: credential.credentialSubject.id, jti: credential.id, nbf: 1767225600 };
  const signed = `${encode({ alg: 'ES256', typ: 'JWT', kid: `${did}#0` })}.${encode({ ...credential, ...claims })}`;
  const signature = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${signature.toString('base64url')}`;
}

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
