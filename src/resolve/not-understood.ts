import { hostnameOf } from '../net/address.ts';
import { type Failure, fail } from '../result.ts';

/** `answer-not-understood`, with the host of the address that gave the answer. */
export const notUnderstood = (address: string): Failure =>
  fail('answer-not-understood', { params: { host: hostnameOf(address) } });
