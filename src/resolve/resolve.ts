/**
 * Candidate → document. The result is one of two things. A document may hold credentials and is parsed and verified. A
 * human page (`verify/unresolved.ts`) was read and is at most `page-only`, whatever it says.
 */
import { readTextAnswer } from '../net/answer.ts';
import type { Net, NetAnswer } from '../ports.ts';
import { natureOf, type Problem, problem } from '../problem.ts';
import type { AskedFirst, Route } from '../provider/provider.ts';
import type { Candidate } from '../recognise/candidate.ts';
import { fail, failWith, type Result, succeed } from '../result.ts';
import { fill } from './address.ts';
import { readApi } from './api-record.ts';
import { type AskedRoute, type Asking, getRecord } from './ask.ts';
import { readAward } from './award.ts';
import { awardSources, isNamed } from './award-source.ts';
import { readPage } from './human-page.ts';
import { readLinked } from './linked.ts';
import { readList } from './list.ts';
import { notUnderstood } from './not-understood.ts';
import { readPointer, readRecord } from './record.ts';
import type { Resolved } from './resolved.ts';
import { targetOf } from './short-link.ts';

/**
 * Asks for the record of a candidate, route after route. The next route is asked only where the answer was not
 * understood (or, where the registry says so, after a 404). Every request goes through the guarded `net`. A page that
 * the reader has open replaces its fetched copy. It is also read where no record could be had.
 *
 * Problems: whatever `net` refuses or fails with · `problemOfStatus` · `record-gone` for the record's own 410 ·
 * `short-link-leads-nowhere` · `record-not-found` for its own 404, or `record-absent-or-private` where a provider may
 * hide private records that way · `answer-not-understood` with its cause for an answer of another shape · the code of a
 * `none` route.
 */
export async function resolve(candidate: Candidate, net: Net): Promise<Result<Resolved>> {
  if (candidate.document) return succeed({ kind: 'document', document: candidate.document });
  const view = candidate.view ?? null;
  let trouble: Problem = problem('no-machine-readable-record');
  let odd: Problem | null = null;
  for (const route of candidate.routes) {
    // The reader has that page open. It need not be fetched again, and some platforms forbid programs to fetch it.
    if (view && (route.via === 'page' || (route.via === 'award' && view.kind === 'platform')))
      return succeed(view);
    const resolved = await take(route, candidate, net);
    if (resolved.ok) return resolved;
    trouble = resolved.problem;
    if (isOdd(trouble)) odd ??= trouble;
    if (!asksOn(route, trouble)) break;
  }
  // Where one address gave nothing usable, another's "not here" does not tell that there is no record.
  if (odd && isAbsent(trouble)) trouble = odd;
  return view && leavesOpen(trouble) ? succeed(view) : failWith(trouble);
}

/**
 * No server could be asked, or none gave a usable answer: then only the page in view is left. A page does not outweigh
 * a record that is said to be gone, absent or private. Where only a grant is missing, the record comes first.
 */
const leavesOpen = ({ code }: Problem): boolean =>
  code === 'reading-not-allowed' ||
  code === 'no-machine-readable-record' ||
  (natureOf(problem(code)) === 'network' && code !== 'record-absent-or-private');

const asksOn = (route: Route, trouble: Problem): boolean =>
  isOdd(trouble) || ('elsewhere' in route && isAbsent(trouble));

const isOdd = ({ code }: Problem): boolean =>
  code === 'answer-not-understood' || code === 'html-not-json' || code === 'image-not-record';

const isAbsent = ({ code }: Problem): boolean =>
  code === 'record-not-found' || code === 'record-absent-or-private';

async function take(route: Route, candidate: Candidate, net: Net): Promise<Result<Resolved>> {
  if (route.via === 'none') return fail(route.code, notAsked(candidate));
  if ('first' in route && route.first) {
    const { first, ...then } = route;
    const named = await namedBy(first, route, { candidate, net });
    if (named.ok) return take(then, named.value, net);
    return route.via === 'list' ? unlisted(named.problem) : named;
  }
  const address = addressOf(route, candidate);
  if (address === null) return fail('url-malformed');
  if (route.via === 'follow') {
    const target = candidate.asked ? await targetOf(address, route.to, net) : fail('short-link');
    return target.ok ? resolve(target.value, net) : target;
  }
  const answer = await getRecord(address, route, { candidate, net });
  if (answer.ok) return read(answer.value, route, { candidate, net });
  return route.via === 'list' ? unlisted(answer.problem) : answer;
}

async function read(
  answer: NetAnswer,
  route: AskedRoute,
  { candidate, net }: Asking,
): Promise<Result<Resolved>> {
  switch (route.via) {
    case 'direct':
      return believed(await readLinked(answer, net));
    case 'pointer': {
      const target = readPointer(answer, route);
      return target.ok ? take({ via: 'record', address: target.value }, candidate, net) : target;
    }
    case 'record':
      return believed(readRecord(answer, route, candidate));
    case 'api':
      return believed(readApi(answer, route, candidate));
    case 'list': {
      const list = readList(answer, route, candidate);
      return list.ok || list.problem.code === 'list-empty' ? list : unlisted(list.problem);
    }
    case 'award':
      return believed(readAward(answer, route, candidate));
    case 'page':
      return believed(readPage(answer, route, candidate));
  }
}

/** The candidate with the group that the first answer names. */
async function namedBy(
  first: AskedFirst,
  route: AskedRoute,
  { candidate, net }: Asking,
): Promise<Result<Candidate>> {
  const address = fill(first.address, candidate.params);
  if (address === null) return fail('url-malformed');
  const answer = await getRecord(address, route, { candidate, net });
  if (!answer.ok) return answer;
  const text = readTextAnswer(answer.value);
  const reading = { of: { kind: 'json' }, record: '', ids: first.ids ?? [], reads: {} } as const;
  const [source] = (text.ok && awardSources(text.value, reading)) || [];
  const [name = ''] = source && isNamed(source, reading, candidate.params) ? source.texts(first.at) : [];
  if (!/^[\w-]{1,80}$/.test(name)) return notUnderstood(address);
  return succeed({ ...candidate, params: { ...candidate.params, [first.as]: name } });
}

/** A list stays a list where its entries cannot be had. A grant would help. */
const unlisted = (cause: Problem): Result<Resolved> =>
  cause.code === 'permission-needed' ? failWith(cause) : fail('collection-not-single', { cause });

/** What to type in, and where: a form's row can say no more. */
const notAsked = ({ kind, link, claim }: Candidate) =>
  kind === 'form' && link !== null
    ? { params: { host: new URL(link).hostname, number: claim.credentialId ?? '' } }
    : {};

const addressOf = (route: Exclude<Route, { via: 'none' }>, { link, params }: Candidate): string | null =>
  'address' in route && route.address !== undefined ? fill(route.address, params) : link;

/** What a platform's answer lacks is a fault of the answer, never of the credential. */
function believed(resolved: Result<Resolved>): Result<Resolved> {
  if (resolved.ok) return resolved;
  const judged = natureOf(resolved.problem);
  return judged === 'malformed' || judged === 'disproved' || judged === 'limit'
    ? fail('answer-not-understood', { cause: resolved.problem, ...paramsOf(resolved.problem) })
    : resolved;
}

const paramsOf = ({ params }: Problem) => (params ? { params } : {});
