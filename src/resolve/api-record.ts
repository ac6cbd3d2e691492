/** A platform's own JSON about an award. It is no Open Badge, so it is shown as what the platform's page says. */
import type { Json } from '../json.ts';
import { readJsonAnswer } from '../net/answer.ts';
import type { NetAnswer } from '../ports.ts';
import type { Route } from '../provider/provider.ts';
import type { Candidate } from '../recognise/candidate.ts';
import { fail, type Result, succeed } from '../result.ts';
import { readAwardDate } from './award-date.ts';
import { at, type Flag, flagIn, textAt, textsAt } from './pointer.ts';
import type { Resolved } from './resolved.ts';

type ApiRoute = Extract<Route, { via: 'api' }>;

/**
 * Believed only where the answer carries the link's own id and says something. On an organisation's own host, it must
 * name that host too. Problems: `private-record`, `record-gone` where it says withdrawn, `answer-not-understood` for
 * any other shape.
 */
export function readApi(answer: NetAnswer, route: ApiRoute, candidate: Candidate): Result<Resolved> {
  const params = { host: new URL(answer.finalUrl).hostname };
  const json = readJsonAnswer(answer);
  if (!json.ok) return json;
  if (!isAbout(json.value, route, candidate)) {
    const isWithheld = route.withheld !== undefined && at(json.value, route.withheld) !== undefined;
    return fail(isWithheld ? 'record-absent-or-private' : 'answer-not-understood', { params });
  }
  const flags = { private: flagAt(json.value, route.private), revoked: flagAt(json.value, route.revoked) };
  if (flags.private === 'odd' || flags.revoked === 'odd') return fail('answer-not-understood', { params });
  if (flags.private === 'set') return fail('private-record', { params });
  if (flags.revoked === 'set') return fail('record-gone', { params });
  const says = {
    title: textsAt(json.value, route.reads.title),
    issuer: textAt(json.value, route.reads.issuer),
    issued: dayAt(json.value, route.reads.issued),
    expires: dayAt(json.value, route.reads.expires),
    credentialId: candidate.params.id ?? null,
  };
  const holder = textAt(json.value, route.reads.holder);
  if (says.title === null && holder === null) return fail('answer-not-understood', { params });
  return succeed({
    kind: 'page',
    page: { url: candidate.link ?? answer.finalUrl, answeredBy: candidate.provider?.name ?? null, says },
  });
}

/** A day as people read it: some platforms count the seconds since 1970. */
const dayAt = (json: Json, pointer: string | undefined): string | null =>
  readAwardDate(textAt(json, pointer))?.text ?? null;

function isAbout(json: Json, { id, names = 'id', host }: ApiRoute, { params, link }: Candidate): boolean {
  if (id !== null && textAt(json, id)?.toLowerCase() !== params[names]?.toLowerCase()) return false;
  if (host === undefined) return true;
  const named = textAt(json, host);
  return (
    named !== null &&
    link !== null &&
    URL.canParse(named) &&
    new URL(named).hostname === new URL(link).hostname
  );
}

const flagAt = (json: Json, pointer: string | undefined): Flag =>
  flagIn(pointer === undefined ? undefined : at(json, pointer));
