/** A Redis of this example's own: on loopback, nothing kept on disk, ended by its process id. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { Redis } from 'ioredis';

/** BullMQ waits in blocking commands, which must not be given up. */
export const connect = (port, host = '127.0.0.1') =>
  new Redis({ host, port: Number(port), maxRetriesPerRequest: null });

/** Starts Debian's redis-server (`apt-get install redis-server`) on a free port. */
export async function startRedis() {
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  await new Promise((resolve, reject) => {
    server.stdout.on('data', (text) => {
      if (String(text).includes('Ready to accept connections')) resolve();
    });
    server.once('error', () => reject(new Error('redis-server is not installed')));
  });
  return {
    port,
    stop: () =>
      new Promise((resolve) => {
        server.once('exit', resolve);
        server.kill();
      }),
  };
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
