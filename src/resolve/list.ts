/** A person's list of awards: what is in it, each as a link of its own. Nothing of it is believed by itself. */
import { readTextAnswer } from '../net/answer.ts';
import type { NetAnswer } from '../ports.ts';
import type { Route } from '../provider/provider.ts';
import type { Candidate } from '../recognise/candidate.ts';
import { recogniseLink } from '../recognise/recognise.ts';
import { fail, type Result, succeed } from '../result.ts';
import { fill } from './address.ts';
import { awardSources, isNamed } from './award-source.ts';
import type { Resolved } from './resolved.ts';

type ListRoute = Extract<Route, { via: 'list' }>;

/** One click checks no more. */
const MAX_ENTRIES = 50;

/**
 * The links of a list's entries, those that the registry knows as this provider's credentials. `list-empty` where there are
 * none · `answer-not-understood` where the answer is of another shape, or another list.
 */
export function readList(answer: NetAnswer, route: ListRoute, candidate: Candidate): Result<Resolved> {
  const { params, provider } = candidate;
  const host = { params: { host: new URL(answer.finalUrl).hostname } };
  const text = readTextAnswer(answer);
  if (!text.ok) return text;
  const reading = { of: route.of, record: '', ids: route.ids ?? [], reads: {} };
  const [list] = awardSources(text.value, reading) ?? [];
  if (list === undefined || !isNamed(list, reading, params)) return fail('answer-not-understood', host);
  const made = route.entries.flatMap(({ at, link }) =>
    list.texts(at).flatMap((entry) => fill(link, { ...params, entry }) ?? []),
  );
  const links = [...new Set(made)].filter((link) => {
    const known = recogniseLink(link);
    return known?.kind === 'credential' && known.provider?.id === provider?.id;
  });
  if (links.length === 0) return fail('list-empty', host);
  return succeed({ kind: 'list', links: links.slice(0, MAX_ENTRIES) });
}
