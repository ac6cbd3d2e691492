/** A CONNECT proxy: leads every host of the world to its local server, refuses all others, and keeps a log of both. */
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export interface ConnectProxy {
  readonly port: number;
  /** Host and port of every tunnel asked for, refused or not, and the address of every plain request. */
  readonly asked: readonly string[];
  forget(): void;
  close(): Promise<void>;
}

export interface ProxyRoute {
  readonly hosts: ReadonlySet<string>;
  readonly port: number;
}

/** Starts on an ephemeral port of 127.0.0.1. Whoever starts it closes it. */
export async function startProxy({ hosts, port: target }: ProxyRoute): Promise<ConnectProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
  });
  server.on('connect', (request, socket, head) => {
    const address = request.url ?? '';
    asked.push(address);
    if (!hosts.has(address.replace(/:443$/, ''))) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const onward = connect(target, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy()).on('close', () => onward.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    forget: () => asked.splice(0),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        for (const socket of sockets) socket.destroy();
      }),
  };
}
