/** How many made badges a second go through `touchstone verify --batch`, beside verifier-core in the same run. */
import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { verifyCredential } from '@digitalcredentials/verifier-core';
import { ob3 } from '../build/badge.ts';
import { createSigner } from '../build/signer.ts';
import { ms } from './figures.ts';
import { machine, table, writeSection } from './page.ts';

const COMMAND = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'touchstone.mjs');
const ISSUERS = 100;
/** Enough for the peer to be warm, few enough to be waited for. */
const MAX_FOR_PEER = 500;
/** What issue 11 asks for. */
const TARGET = 15;

export async function run(count: number, say: (line: string) => void): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'touchstone-bulk-'));
  try {
    const file = join(directory, 'badges.jsonl');
    say(`making ${count} badges of ${ISSUERS} issuers`);
    await makeBadges(file, count);
    say(`${machine()}, Node ${process.version}`);
    const ours = await command(file);
    say(row('touchstone verify --batch', ours));
    const alone = await command(file, ['--workers', '1']);
    say(row('with one thread', alone));
    const peer = await verifierCore(file, Math.min(count, MAX_FOR_PEER));
    say(row('verifier-core, one thread', peer));
    const ratio = ours.perSecond / peer.perSecond;
    const work = (peer.cpu / ours.cpu).toFixed(1);
    const verdict = ratio >= TARGET ? 'met' : 'short';
    say(`${ratio.toFixed(1)} times the peer's rate, ${work} times less work; target ${TARGET}: ${verdict}`);
    writeSection(
      'bulk',
      table(
        ['work', 'target for Touchstone', 'measured', '', 'rates'],
        [
          [
            `${count} badges of ${ISSUERS} issuers, \`--batch\``,
            `≥ ${TARGET} × the rate of verifier-core`,
            `${ratio.toFixed(1)} ×, with ${work} × less work`,
            verdict === 'met' ? verdict : `**${verdict}**`,
            `${ours.perSecond.toFixed(0)} a second, ${ms(ours.cpu)} of processor each, ${ours.megabytes.toFixed(0)} MB; with one thread ${alone.perSecond.toFixed(0)} a second; verifier-core on its one thread ${peer.perSecond.toFixed(0)} a second, ${ms(peer.cpu)} each`,
          ],
        ],
      ),
    );
  } finally {
    rmSync(directory, { recursive: true });
  }
}

interface Rate {
  readonly count: number;
  readonly perSecond: number;
  readonly megabytes: number;
  /** Processor time for each record, of all threads, milliseconds: says more than the clock where others are at work. */
  readonly cpu: number;
}

const row = (name: string, { count, perSecond, megabytes, cpu }: Rate): string =>
  [
    name.padEnd(28),
    `${count} records`.padStart(14),
    `${perSecond.toFixed(0)} a second`.padStart(14),
    `${cpu.toFixed(2)} ms of processor each`.padStart(28),
    `${megabytes.toFixed(0)} MB at most`.padStart(16),
  ].join('');

export async function makeBadges(file: string, count: number): Promise<void> {
  const signers = await Promise.all(Array.from({ length: ISSUERS }, () => createSigner('eddsa-rdfc-2022')));
  const out = createWriteStream(file);
  for (let n = 0; n < count; n += 1) {
    const signer = signers[n % ISSUERS];
    if (!signer) throw new Error('no signer');
    const badge = ob3({
      id: `urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      issuer: { id: signer.controller, name: `Guild ${n % ISSUERS}` },
      course: {
        id: `https://guilds.example/${n % ISSUERS}/course`,
        name: 'Glazing',
        description: 'Cutting and fitting.',
        criteria: 'Glaze a window.',
        skills: [
          { name: 'Cutting', framework: 'Crafts', url: 'https://crafts.example/cutting' },
          { name: 'Fitting', framework: 'Crafts', url: 'https://crafts.example/fitting' },
        ],
      },
      subject: { id: `did:example:${n}` },
      from: '2026-01-01T00:00:00Z',
    });
    const signed = await signer.sign(badge, new Date('2026-02-01T00:00:00Z'));
    if (!out.write(`${JSON.stringify(signed)}\n`))
      await new Promise<void>((resolve) => out.once('drain', () => resolve()));
  }
  await new Promise<void>((resolve) => out.end(() => resolve()));
}

/** The command as a process of its own: every outcome has to be good. */
async function command(file: string, more: readonly string[] = []): Promise<Rate> {
  const start = performance.now();
  const child = spawn(process.execPath, [COMMAND, 'verify', '--batch', file, '--jsonl', ...more], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [count, megabytes, cpu] = [0, 0, 0];
  child.stderr.resume();
  for await (const line of createInterface({ input: child.stdout })) {
    const { n, status } = JSON.parse(line);
    if (status !== 'signature-verified') throw new Error(`record ${n}: ${status}`);
    count += 1;
    if (count % 100 !== 0) continue;
    const usage = usageOf(child.pid);
    megabytes = Math.max(megabytes, usage.megabytes);
    cpu = usage.cpu / count;
  }
  return { count, perSecond: (1000 * count) / (performance.now() - start), megabytes, cpu };
}

/** Resident memory of a process and its processor time so far, start included, where the system tells them. */
function usageOf(pid: number | undefined): { readonly megabytes: number; readonly cpu: number } {
  try {
    const pages = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1];
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ').slice(13, 15);
    return { megabytes: (Number(pages) * 4096) / 1e6, cpu: 10 * (Number(user) + Number(system)) };
  } catch {
    return { megabytes: 0, cpu: 0 };
  }
}

/** It asks for its schemas anew for each record, and gets one that allows everything. */
async function verifierCore(file: string, count: number): Promise<Rate> {
  const lines = readFileSync(file, 'utf8').split('\n', count);
  const verify = async (line: string): Promise<void> => {
    const { log = [] } = await verifyCredential({ credential: JSON.parse(line), knownDIDRegistries: [] });
    if (!log.some(({ id, valid }) => id === 'valid_signature' && valid)) throw new Error('the peer says no');
  };
  const { error, log } = console;
  const ask = globalThis.fetch;
  Object.assign(console, { error: () => undefined, log: () => undefined });
  globalThis.fetch = async () => Response.json({});
  try {
    for (const line of lines.slice(0, 20)) await verify(line);
    const [start, before] = [performance.now(), process.cpuUsage()];
    for (const line of lines) await verify(line);
    const perSecond = (1000 * count) / (performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    const cpu = (user + system) / 1000 / count;
    return { count, perSecond, cpu, megabytes: process.memoryUsage().rss / 1e6 };
  } finally {
    Object.assign(console, { error, log });
    globalThis.fetch = ask;
  }
}
