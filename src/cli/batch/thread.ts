import type { Clock } from '../../ports.ts';
import { checkRecord, type RecordPorts } from './check-record.ts';
import type { Checked, FromThread, ToThread } from './message.ts';
import { type RemoteNet, remoteNet } from './remote-net.ts';

export interface ThreadWorld {
  readonly clock: Clock;
  /** The ports of one thread, over the command's net where the world is open. */
  readonly portsOver: (net: RemoteNet['net']) => RecordPorts;
  readonly send: (message: FromThread) => void;
  /** Runs the task when the work at hand is done. */
  readonly later: (task: () => void) => void;
}

/** The outcomes that one message carries. Each message wakes the command, which takes longer than the message itself. */
const OUTCOMES_PER_MESSAGE = 8;

/** The inside of a thread: it checks what it is given, many at once. Returns the receiver of messages. */
export function batchThread({ clock, portsOver, send, later }: ThreadWorld): (message: ToThread) => void {
  const remote = remoteNet(clock, (id, request) => send({ kind: 'request', id, request }));
  const ports = portsOver(remote.net);
  const outcomes: Checked[] = [];
  const flush = (): void => {
    if (outcomes.length > 0) send({ kind: 'checked', outcomes: outcomes.splice(0) });
  };
  const tell = (checked: Checked): void => {
    outcomes.push(checked);
    if (outcomes.length === 1) later(flush);
    if (outcomes.length === OUTCOMES_PER_MESSAGE) flush();
  };
  send({ kind: 'alive' });
  return (message) => {
    switch (message.kind) {
      case 'ping':
        return send({ kind: 'alive' });
      case 'answer':
        return remote.settle(message.id, message.outcome);
      case 'record':
        void checkRecord(message.record, ports).then(tell);
    }
  };
}
