/** Labelled facts of a card: dates, what the page claims, and what kind of record it is. */
import type { CredentialContent } from '../credential/model.ts';
import type { Item } from '../item.ts';
import type { FactView } from './fact.ts';
import type { Say } from './say.ts';
import { keyOf, type Voice } from './sentence.ts';

/** When it was issued and, where that is another day, from when it is valid. */
export function startFacts(
  { issued, validFrom }: CredentialContent,
  { say, dates }: Voice,
): readonly FactView[] {
  const sameDay = issued !== null && issued.instant === validFrom?.instant;
  return [
    ...(issued === null ? [] : [{ label: say('ui_issued'), value: dates.day(issued) }]),
    ...(validFrom === null || sameDay ? [] : [{ label: say('ui_valid_from'), value: dates.day(validFrom) }]),
  ];
}

/** Until when it is valid. A record without an end says so. */
export const endFact = ({ validUntil }: CredentialContent, { say, dates }: Voice): FactView => ({
  label: say('ui_valid_until'),
  value: validUntil === null ? say('ui_no_end') : dates.day(validUntil),
});

/** Claims of the page are shown as the page's word (docs/decisions.md#page-claims). */
export function claimFacts({ claim }: Item, say: Say): readonly FactView[] {
  const facts = [
    ['ui_page_title', claim?.title ?? null],
    ['ui_page_issuer', claim?.issuer ?? null],
    ['ui_page_issued', claim?.issued ?? null],
    ['ui_page_expires', claim?.expires ?? null],
    ['ui_page_credential_id', claim?.credentialId ?? null],
    ['ui_page_also_named', claim?.alsoNamed?.join(' · ') ?? null],
  ] as const;
  return facts.flatMap(([key, value]) => (value === null ? [] : [{ label: say(key), value }]));
}

/** The record's format and its id. */
export function recordFacts({ format, id }: CredentialContent, say: Say): readonly FactView[] {
  const facts = [{ label: say('ui_record_format'), value: say(keyOf.format(format)) }];
  return id === null ? facts : [...facts, { label: say('ui_record_id'), value: id }];
}
