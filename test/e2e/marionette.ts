/** Firefox's own remote protocol over its socket (Marionette), as far as these tests speak it. No driver needed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Pref = string | number | boolean;
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type Context = 'content' | 'chrome';

export interface MarionetteOptions {
  readonly binary: string;
  readonly headless: boolean;
  readonly prefs: Readonly<Record<string, Pref>>;
  /** An organisation's policy for the extension of this id: what Firefox hands it as `storage.managed`. */
  readonly policy?: { readonly id: string; readonly data: Json } | undefined;
  /** Longest time from launch to the first greeting. */
  readonly patienceMs?: number;
}

/** Quiet on the network, and no page that asks for attention. */
const QUIET: Readonly<Record<string, Pref>> = {
  'marionette.port': 0,
  'remote.prefs.recommended': true,
  // settings, experiments and lists that it would otherwise fetch
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.newtabpage.enabled': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.predictor.enabled': false,
  'network.prefetch-next': false,
  'security.OCSP.enabled': 0,
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': '',
};

interface Pending {
  readonly resolve: (value: Json) => void;
  readonly reject: (error: Error) => void;
}

export class Marionette {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #socket: Socket;
  readonly #pending = new Map<number, Pending>();
  #received: Buffer = Buffer.alloc(0);
  #count = 0;
  #context: Context = 'content';
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(firefox: ChildProcess, profile: string, socket: Socket) {
    this.#process = firefox;
    this.#profile = profile;
    this.#socket = socket;
  }

  /** Starts a Firefox with a profile of its own and opens a session. Whoever launches it closes it. */
  static async launch({
    binary,
    headless,
    prefs,
    policy,
    patienceMs = 60_000,
  }: MarionetteOptions): Promise<Marionette> {
    const profile = mkdtempSync(join(tmpdir(), 'touchstone-firefox-'));
    const lines = Object.entries({ ...QUIET, ...prefs }).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
    );
    writeFileSync(join(profile, 'user.js'), lines.join('\n'));
    if (policy !== undefined) prescribe(policy, profile);
    const firefox = spawn(
      binary,
      [
        ...(headless ? ['--headless'] : []),
        '--marionette',
        '--remote-allow-system-access',
        '--no-remote',
        '--profile',
        profile,
        'about:blank',
      ],
      // without this a release build takes its settings server from nobody
      {
        stdio: 'ignore',
        env: {
          ...process.env,
          MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
          ...(policy !== undefined && { HOME: profile }),
        },
      },
    );
    try {
      const port = await portOf(profile, firefox, patienceMs);
      const socket = connect(port, '127.0.0.1');
      const marionette = new Marionette(firefox, profile, socket);
      await marionette.#greeted();
      await marionette.send('WebDriver:NewSession', {
        acceptInsecureCerts: true,
        pageLoadStrategy: 'normal',
      });
      await marionette.send('WebDriver:SetTimeouts', { script: 60_000 });
      return marionette;
    } catch (error) {
      firefox.kill('SIGKILL');
      rmSync(profile, { recursive: true, force: true });
      throw error;
    }
  }

  /** One command; commands are answered in order. */
  send(command: string, parameters: Readonly<Record<string, Json>> = {}): Promise<Json> {
    const id = ++this.#count;
    const message = JSON.stringify([0, id, command, parameters]);
    this.#socket.write(`${Buffer.byteLength(message)}:${message}`);
    return new Promise((resolve, reject) => this.#pending.set(id, { resolve, reject }));
  }

  /** Runs the body of an async function, in the page or with the browser's own rights, and gives what it returns. */
  run(context: Context, body: string, args: readonly Json[] = []): Promise<Json> {
    return this.#alone(async () => {
      await this.#enter(context);
      const script = `const done = arguments[arguments.length - 1];
        (async (...args) => { ${body} })(...Array.prototype.slice.call(arguments, 0, -1))
          .then((value) => done({ value: value === undefined ? null : value }), (error) => done({ error: String(error) }));`;
      const answer = await this.send('WebDriver:ExecuteAsyncScript', {
        script,
        args,
        sandbox: null,
      });
      const { value, error } = (answer as { value: { value?: Json; error?: string } }).value;
      if (error !== undefined) throw new Error(error);
      return value ?? null;
    });
  }

  /** Several commands that nobody else's may come between. */
  inPage<T>(work: () => Promise<T>): Promise<T> {
    return this.#alone(async () => {
      await this.#enter('content');
      return work();
    });
  }

  /** Ends the browser and removes its profile. */
  async close(): Promise<void> {
    const gone = new Promise<void>((resolve) => {
      if (this.#process.exitCode !== null || this.#process.signalCode !== null) resolve();
      else this.#process.once('exit', () => resolve());
    });
    this.#socket.destroy();
    this.#process.kill('SIGTERM');
    const forced = setTimeout(() => this.#process.kill('SIGKILL'), 10_000);
    await gone;
    clearTimeout(forced);
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Resolves when the person at the screen has closed the browser. */
  ended(): Promise<void> {
    return new Promise((resolve) => this.#process.once('exit', () => resolve()));
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work, work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async #enter(context: Context): Promise<void> {
    if (this.#context === context) return;
    await this.send('Marionette:SetContext', { value: context });
    this.#context = context;
  }

  #greeted(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#socket.on('error', (error) => {
        reject(error);
        this.#failAll(error);
      });
      this.#socket.on('close', () => this.#failAll(new Error('Firefox has closed the connection')));
      this.#socket.on('data', (data) => this.#receive(data, resolve));
    });
  }

  #failAll(error: Error): void {
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }

  /** Frames are `<length>:<JSON>`; the first one greets, every other one answers `[1, id, error, result]`. */
  #receive(data: Buffer, greeted: () => void): void {
    this.#received = Buffer.concat([this.#received, data]);
    for (;;) {
      const colon = this.#received.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#received.subarray(0, colon));
      if (this.#received.length < end) return;
      const message = JSON.parse(this.#received.subarray(colon + 1, end).toString());
      this.#received = this.#received.subarray(end);
      if (Array.isArray(message)) this.#settle(message as [number, number, WireError | null, Json]);
      else greeted();
    }
  }

  #settle([, id, error, value]: [number, number, WireError | null, Json]): void {
    const waiting = this.#pending.get(id);
    this.#pending.delete(id);
    if (error === null) waiting?.resolve(value);
    else waiting?.reject(new Error(`${error.error}: ${error.message}`));
  }
}

interface WireError {
  readonly error: string;
  readonly message: string;
}

/** Firefox writes the port that it has chosen into its profile. */
function portOf(profile: string, firefox: ChildProcess, patienceMs: number): Promise<number> {
  const file = join(profile, 'MarionetteActivePort');
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const port = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
      if (port > 0) finish(() => resolve(port));
    };
    const watcher = watch(profile, look);
    const deadline = setTimeout(
      () => finish(() => reject(new Error('Firefox did not open its remote port'))),
      patienceMs,
    );
    const died = (): void => finish(() => reject(new Error('Firefox ended before it was ready')));
    const finish = (settle: () => void): void => {
      clearTimeout(deadline);
      watcher.close();
      firefox.off('exit', died);
      settle();
    };
    firefox.once('exit', died);
    look();
  });
}

/** In the home folder of whoever runs it, Firefox looks for what is prescribed to an extension ("native manifests"). */
function prescribe({ id, data }: { readonly id: string; readonly data: Json }, home: string): void {
  const folder = join(home, '.mozilla', 'managed-storage');
  mkdirSync(folder, { recursive: true });
  const manifest = { name: id, description: 'The policy of a test', type: 'storage', data };
  writeFileSync(join(folder, `${id}.json`), JSON.stringify(manifest));
}
