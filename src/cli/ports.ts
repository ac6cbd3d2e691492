import { createNet } from '../net/guard.ts';
import type { Instant, Net } from '../ports.ts';
import { hosting } from '../provider/hosting.ts';
import { memoryStore } from '../verify/memory-store.ts';
import type { VerifyPorts } from '../verify/ports.ts';
import type { JudgingOptions } from './arguments.ts';
import { type ClosedWorld, closeWorld, NO_CONTEXTS } from './closed-world.ts';
import { readTrust } from './trust-file.ts';
import type { World } from './world.ts';

export interface CommandPorts {
  readonly verify: VerifyPorts;
  readonly closed: ClosedWorld | null;
}

export interface PortsOptions {
  /** The moment as of which everything is judged. */
  readonly at: Instant;
  /** The way into the open network. Default: the command's own. */
  readonly open?: Net;
}

/**
 * The real ports, put together. The clock that judges stands still, so one run is judged as of one moment. The open
 * network's clock runs: it records when somebody was really asked. Throws `WrongUsage`.
 */
export function portsFor(options: JudgingOptions, world: World, { at, open }: PortsOptions): CommandPorts {
  const closed = options.documents === null ? null : closeWorld(world, options.documents);
  const clock = { now: () => at };
  const { email, name } = options;
  const net = closed
    ? createNet({ transport: closed.transport, check: closed.check, clock })
    : (open ?? createNet({ transport: world.transport, clock: world.clock }));
  const verify: VerifyPorts = {
    clock,
    net,
    heavy: world.heavy,
    store: memoryStore(),
    hosting,
    issuers: readTrust(world, options.trust, clock),
    contexts: closed?.contexts ?? NO_CONTEXTS,
    explain: options.explain,
    holder: { ...(email !== null && { email }), ...(name !== null && { name }) },
  };
  return { verify, closed };
}
