import type { Clock } from '../../ports.ts';
import { checkRecord, type RecordPorts } from './check-record.ts';
import type { FromThread, ToThread } from './message.ts';
import { type RemoteNet, remoteNet } from './remote-net.ts';

export interface ThreadWorld {
  readonly clock: Clock;
  /** The ports of one thread, over the command's net where the world is open. */
  readonly portsOver: (net: RemoteNet['net']) => RecordPorts;
  readonly send: (message: FromThread) => void;
}

/** The inside of a thread: it checks what it is given, many at once. Returns the receiver of messages. */
export function batchThread({ clock, portsOver, send }: ThreadWorld): (message: ToThread) => void {
  const remote = remoteNet(clock, (id, request) => send({ kind: 'request', id, request }));
  const ports = portsOver(remote.net);
  send({ kind: 'alive' });
  return (message) => {
    switch (message.kind) {
      case 'ping':
        return send({ kind: 'alive' });
      case 'answer':
        return remote.settle(message.id, message.outcome);
      case 'record':
        void checkRecord(message.record, ports).then((checked) => send({ kind: 'checked', checked }));
    }
  };
}
