import type { Instant, Recognition } from '../ports.ts';
import { monthsSince, STALE_MONTHS } from '../verify/trust/age.ts';
import type { Voice } from './sentence.ts';

/** How each source is named in words. A source that is not here is a registry and goes by its own name. */
const SOURCES: ReadonlyMap<string, string> = new Map([
  ['reader', 'ui_source_reader'],
  ['policy', 'ui_source_policy'],
  ['reader-universities', 'ui_source_reader_universities'],
  ['policy-universities', 'ui_source_policy_universities'],
  ['touchstone', 'ui_source_touchstone'],
  ['dcc-members', 'ui_source_dcc_members'],
]);

/**
 * Who says who the issuer is, under which name and as of when. A dated source says how old it is
 * (docs/decisions.md#identified-issuers).
 */
export function recognisedLine(
  { source, name, date }: Recognition,
  at: Instant,
  { say, dates }: Voice,
): string {
  if (source === name) return say('ui_recognised_itself', { name });
  const key = SOURCES.get(source);
  const params = { source: key === undefined ? source : say(key), name };
  if (date === undefined) return say('ui_recognised_by', params);
  const day = dates.day({ text: date, instant: Date.parse(date) });
  const months = monthsSince(date, at);
  return months < STALE_MONTHS
    ? say('ui_recognised_by_as_of', { ...params, date: day })
    : say('ui_recognised_by_long_ago', { ...params, date: day, months });
}
