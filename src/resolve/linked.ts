/** Direct links: the record itself, the page that holds it, or the page that names it. */
import { problemOfStatus } from '../net/answer.ts';
import type { Net, NetAnswer } from '../ports.ts';
import { natureOf, type ProblemCode } from '../problem.ts';
import { RECORD_ACCEPT } from '../provider/accept.ts';
import { failWith, type Result } from '../result.ts';
import { alternateOf } from './alternate.ts';
import { ofPage, withdrawalIn } from './ask.ts';
import { readDirect } from './record.ts';
import type { Resolved } from './resolved.ts';

/** A page came, and no credential is in it. */
const PAGES: ReadonlySet<ProblemCode> = new Set(['no-machine-readable-record', 'html-not-json']);

/**
 * What a direct link serves, or else the record that its page names as its alternate. That is one step, on the same
 * host, through the same guard. Where the alternate holds neither a credential nor a part of one, the page's own problem
 * stands. The alternate's problem is reported only where its type is one that only credentials have.
 */
export async function readLinked(answer: NetAnswer, net: Net): Promise<Result<Resolved>> {
  const read = readDirect(answer);
  if (read.ok || !PAGES.has(read.problem.code)) return read;
  const alternate = alternateOf(answer);
  if (alternate === null) return read;
  const record = await net.get({ url: alternate.address, accept: RECORD_ACCEPT });
  const withdrawn = record.ok ? withdrawalIn(record.value) : null;
  if (withdrawn) return failWith(withdrawn);
  const trouble = record.ok ? problemOfStatus(record.value) : record.problem;
  const found = record.ok && !trouble ? readDirect(record.value) : failWith(ofPage(trouble ?? read.problem));
  if (found.ok) return found;
  const nature = natureOf(found.problem);
  return alternate.certain && (nature === 'network' || nature === 'permission') ? found : read;
}
