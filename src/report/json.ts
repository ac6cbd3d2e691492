import type { Achievement, CredentialContent } from '../credential/model.ts';
import type { Item } from '../item.ts';
import type { Voice } from '../present/sentence.ts';
import { CHECK_IDS, type CheckId, type Outcome, type Report } from '../verify/report.ts';
import type { Examination, ExaminedPage, Gap } from './examination.ts';
import { explanationsOf } from './explanations.ts';

export type JsonItem = ReturnType<typeof itemJson>;
interface JsonPage {
  readonly url: string | null;
  readonly title: string;
  readonly problem?: string;
  readonly gaps?: readonly Gap[];
}
export interface JsonReport {
  readonly schema: 'touchstone/1';
  readonly at: string;
  readonly page: JsonPage | null;
  readonly pages?: readonly (JsonPage & { readonly source: string })[];
  readonly contexts: readonly string[];
  readonly items: readonly JsonItem[];
}

/**
 * The machine-readable outcome, schema `touchstone/1` (docs/decisions.md#the-machine-readable-outcome). The contract
 * does not name these additional members:
 * - at the top: `contexts`, `pages`; on the page: `problem`, `gaps`
 * - on an item: `at` (answers of a page come one after the other), `source`, `within`, `also`, `presenter`,
 *   `alsoLinked` (the other addresses under which the page links the same record; `link` is the first in page
 *   order, and of copies that show more or less of one SD-JWT the one that shows most)
 * - on the credential: `types`, `associations`, `partial`
 * - on an achievement: its `type` and `creator`, and the details that model.ts lists
 * - on a check: `others`, `params`, `restsOn`; with `--explain` also `explanations`, and the fact `signing` where a
 *   signature does not hold
 */
export function toJson(
  { at, page, pages, items, contexts, explain }: Examination,
  voice: Voice | null,
): JsonReport {
  return {
    schema: 'touchstone/1',
    at: new Date(at).toISOString(),
    page: page && pageJson(page),
    ...(pages && { pages: pages.map((each) => ({ source: each.source, ...pageJson(each) })) }),
    contexts,
    items: itemsJson(items, explain ? voice : null),
  };
}

const pageJson = ({ url, title, problem, gaps = [] }: ExaminedPage): JsonPage => ({
  url,
  title,
  ...(problem && { problem: problem.code }),
  ...(gaps.length > 0 && { gaps }),
});

/**
 * The items of one run. One within another names the other's index. `explain`: the voice for explanations; null for
 * none.
 */
export function itemsJson(items: readonly Item[], explain: Voice | null): readonly JsonItem[] {
  const indexes = new Map(items.map(({ key }, index) => [key, index]));
  return items.map((item) => itemJson(item, { indexes, explain }));
}

/** The same as text that a terminal can show: control and direction characters only as escapes. */
export const toJsonText = (examination: Examination, voice: Voice): string =>
  jsonText(toJson(examination, voice));

/** JSON without characters that would reorder the words of a terminal. */
export const jsonText = (value: object): string => harmless(JSON.stringify(value, null, 2));

/** The same on one line. */
export const jsonLine = (value: object): string => harmless(JSON.stringify(value));

const harmless = (json: string): string =>
  json.replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

function itemJson(
  { source, link, alsoLinked, provider, claim, verdict, report, within, presenter, contains }: Item,
  { indexes, explain }: { readonly indexes: ReadonlyMap<string, number>; readonly explain: Voice | null },
) {
  const { status, standing, reason, also } = verdict;
  return {
    ...(source !== undefined && { source }),
    link,
    ...(alsoLinked && { alsoLinked }),
    provider: provider?.id ?? null,
    claim,
    status,
    standing,
    reason,
    also,
    at: new Date(report.at).toISOString(),
    checks: CHECK_IDS.map((id) => checkJson(id, report.outcomes[id], explain)),
    issuer: issuerJson(report),
    holder: { state: report.holder.state },
    credential: report.credential && credentialJson(report.credential),
    contacted: report.contacted.map(({ url, at, outcome }) => ({
      url,
      at: new Date(at).toISOString(),
      outcome,
    })),
    ...(presenter && { presenter }),
    ...(contains && { contains: contains.length }),
    ...(within !== null && { within: indexes.get(within) ?? null }),
  };
}

function checkJson(id: CheckId, outcome: Outcome, explain: Voice | null) {
  const { state, problem, others = [], facts = {}, blockedBy } = outcome;
  const told = { id, state, code: problem?.code ?? null, at: problem?.at ?? null, facts };
  const more = {
    ...(problem?.params && { params: problem.params }),
    ...(others.length > 0 && {
      others: others.map(({ code, at, params }) => ({ code, at: at ?? null, params })),
    }),
    ...(blockedBy && { restsOn: blockedBy }),
    ...(explain && { explanations: explanationsOf(outcome, explain) }),
  };
  // Most outcomes have nothing of this, and no second object is made of them.
  return Object.keys(more).length > 0 ? { ...told, ...more } : (told as typeof told & typeof more);
}

const issuerJson = ({ issuer }: Report) => ({
  id: issuer.id,
  name: issuer.name,
  ...(issuer.partner !== undefined && { partner: issuer.partner }),
  rung: issuer.rung,
  domain: issuer.domain,
  recognisedBy: issuer.recognisedBy,
  answeredBy: issuer.answeredBy,
});

const credentialJson = (credential: CredentialContent) => ({
  format: credential.format,
  securing: credential.securing,
  types: credential.types,
  id: credential.id,
  name: credential.name,
  description: credential.description,
  recipient: { id: credential.recipient.id, name: credential.recipient.name },
  issued: credential.issued?.text ?? null,
  validFrom: credential.validFrom?.text ?? null,
  validUntil: credential.validUntil?.text ?? null,
  achievements: credential.achievements.map(achievementJson),
  ...(credential.associations && { associations: credential.associations }),
  ...(credential.partial && { partial: true }),
});

const achievementJson = (achievement: Achievement) => ({
  id: achievement.id,
  name: achievement.name,
  description: achievement.description,
  type: achievement.type,
  criteria: { id: achievement.criteria.id, narrative: achievement.criteria.narrative },
  creator: achievement.creator,
  skills: [
    ...achievement.alignments,
    ...achievement.tags.map((name) => ({ name, framework: null, url: null, code: null })),
  ],
  evidence: achievement.evidence,
  results: achievement.results,
  ...achievement.details,
});
