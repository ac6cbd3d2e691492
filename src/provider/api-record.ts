/** A platform's own JSON about an award. No Open Badge, so it is shown as what the platform's page says. */
import type { Json } from '../json.ts';
import { readJsonAnswer } from '../net/answer.ts';
import type { NetAnswer } from '../ports.ts';
import { fail, type Result, succeed } from '../result.ts';
import { at, textAt } from './pointer.ts';
import type { Candidate, Route } from './provider.ts';
import type { Resolved } from './resolve.ts';

type ApiRoute = Extract<Route, { via: 'api' }>;

/**
 * Believed only where the answer carries the link's own id (and, for an organisation's own host, that host), and says
 * something. `private-record`, `record-gone` where it says withdrawn, `answer-not-understood` for any other shape.
 */
export function readApi(answer: NetAnswer, route: ApiRoute, candidate: Candidate): Result<Resolved> {
  const params = { host: new URL(answer.finalUrl).hostname };
  const json = readJsonAnswer(answer);
  if (!json.ok) return json;
  if (!isAbout(json.value, route, candidate)) return fail('answer-not-understood', { params });
  if (isSet(json.value, route.private)) return fail('private-record', { params });
  if (isSet(json.value, route.revoked)) return fail('record-gone', { params });
  const says = {
    title: textAt(json.value, route.reads.title),
    issuer: textAt(json.value, route.reads.issuer),
    issued: textAt(json.value, route.reads.issued),
    expires: textAt(json.value, route.reads.expires),
    credentialId: candidate.params.id ?? null,
  };
  const holder = textAt(json.value, route.reads.holder);
  if (says.title === null && holder === null) return fail('answer-not-understood', { params });
  return succeed({
    kind: 'page',
    page: { url: candidate.link ?? answer.finalUrl, answeredBy: candidate.provider?.name ?? null, says },
  });
}

function isAbout(json: Json, { id, host }: ApiRoute, { params, link }: Candidate): boolean {
  if (id !== null && textAt(json, id)?.toLowerCase() !== params.id?.toLowerCase()) return false;
  if (host === undefined) return true;
  const named = textAt(json, host);
  return (
    named !== null &&
    link !== null &&
    URL.canParse(named) &&
    new URL(named).hostname === new URL(link).hostname
  );
}

const isSet = (json: Json, pointer: string | undefined): boolean => {
  const value = pointer === undefined ? undefined : at(json, pointer);
  return value !== undefined && value !== null && value !== false && value !== '' && value !== 0;
};
