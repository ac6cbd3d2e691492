/** A person's list of awards: its entries, each as a link of its own. Nothing in the list is believed by itself. */
import { hostnameOf } from '../net/address.ts';
import { readTextAnswer } from '../net/answer.ts';
import type { NetAnswer } from '../ports.ts';
import type { Route } from '../provider/provider.ts';
import type { Candidate } from '../recognise/candidate.ts';
import { recogniseLink } from '../recognise/recognise.ts';
import { fail, type Result, succeed } from '../result.ts';
import { fill } from './address.ts';
import { awardSources, isNamed } from './award-source.ts';
import { notUnderstood } from './not-understood.ts';
import type { Resolved } from './resolved.ts';

type ListRoute = Extract<Route, { via: 'list' }>;

/** Nobody's list is longer. A click checks a part of it (`ui/check-contents.tsx`). */
const MAX_ENTRIES = 500;

/**
 * The links of a list's entries that the registry knows as this provider's credentials. Problems: `list-empty` where
 * there are none · `answer-not-understood` where the answer has another shape, or is another list.
 */
export function readList(answer: NetAnswer, route: ListRoute, candidate: Candidate): Result<Resolved> {
  const { params, provider } = candidate;
  const text = readTextAnswer(answer);
  if (!text.ok) return text;
  const reading = { of: route.of, record: '', ids: route.ids ?? [], reads: {} };
  const [list] = awardSources(text.value, reading) ?? [];
  if (list === undefined || !isNamed(list, reading, params)) return notUnderstood(answer.finalUrl);
  const made = route.entries.flatMap(({ at, link }) =>
    list.texts(at).flatMap((entry) => fill(link, { ...params, entry }) ?? []),
  );
  const links = [...new Set(made)].filter((link) => {
    const known = recogniseLink(link);
    return known?.kind === 'credential' && known.provider?.id === provider?.id;
  });
  if (links.length === 0) return fail('list-empty', { params: { host: hostnameOf(answer.finalUrl) } });
  return succeed({ kind: 'list', links: links.slice(0, MAX_ENTRIES) });
}
