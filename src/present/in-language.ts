import type { CredentialContent, Issuer } from '../credential/model.ts';
import { pickText } from '../credential/text.ts';
import type { Item } from '../item.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import type { Outcome } from '../verify/report.ts';
import type { Say } from './say.ts';

/** Members that are text for people. Ids, addresses, dates and numbers are none; a person's name is compared. */
const FOR_PEOPLE: ReadonlySet<string> = new Set([
  'name',
  'description',
  'narrative',
  'framework',
  'genre',
  'audience',
  'achievedLevel',
  'required',
  'fieldOfStudy',
  'specialization',
  'role',
  'term',
  'tags',
]);

type Words = (text: string) => string;

/** The item with each text of its record in the reader's language, where the record has it; then in English. */
export function inLanguage(item: Item, say: Say): Item {
  const { credential, issuer, outcomes } = item.report;
  const words = wordsOf(credential?.texts ?? [], say('language_tag').toLowerCase());
  if (credential === null || words === null) return item;
  const shown = translated({ ...credential, texts: undefined }, '', words) as CredentialContent;
  const name = nameOf(credential.issuer, words);
  const report = {
    ...item.report,
    credential: { ...shown, issuer: { ...shown.issuer, name }, recipient: credential.recipient },
    issuer: { ...issuer, ...(issuer.name === credential.issuer.name && { name }) },
    outcomes: {
      ...outcomes,
      'page-claim': recordedIn(outcomes['page-claim'], {
        'claim-title-differs': words,
        'claim-issuer-differs': (text) => (text === credential.issuer.name ? (name ?? text) : text),
      }),
    },
  };
  return { ...item, report };
}

/** What the record says beside the page: the words under which it stands above. */
function recordedIn(
  { problem, others, ...outcome }: Outcome,
  words: Readonly<Partial<Record<ProblemCode, Words>>>,
): Outcome {
  const translate = (each: Problem): Problem => {
    const { recorded, ...params } = each.params ?? {};
    const own = words[each.code];
    return own && typeof recorded === 'string'
      ? { ...each, params: { ...params, recorded: own(recorded) } }
      : each;
  };
  return {
    ...outcome,
    ...(problem && { problem: translate(problem) }),
    ...(others && { others: others.map(translate) }),
  };
}

/** One of the issuer's own names, which were all compared with those of others (check/issuer-trust.ts). */
function nameOf({ name, names = [] }: Issuer, words: Words): string | null {
  const wanted = name === null ? null : words(name);
  return wanted !== null && names.includes(wanted) ? wanted : name;
}

/**
 * From each text, as it was read, to the reader's. Null where that is the same. A text with several translations keeps
 * its own words, because which of them belongs where is not known.
 */
function wordsOf(texts: NonNullable<CredentialContent['texts']>, tag: string): Words | null {
  const languages = [...new Set([tag, tag.split('-')[0] ?? tag, 'en'])];
  const known = new Map<string, string>();
  for (const each of texts) {
    const [read, wanted] = [pickText(each), pickText(each, languages)];
    if (read === null || wanted === null) continue;
    known.set(read, (known.get(read) ?? wanted) === wanted ? wanted : read);
  }
  return known.size === 0 ? null : (text) => known.get(text) ?? text;
}

function translated(value: unknown, member: string, words: Words): unknown {
  if (typeof value === 'string') return FOR_PEOPLE.has(member) ? words(value) : value;
  if (Array.isArray(value)) return value.map((one) => translated(one, member, words));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, translated(one, name, words)]));
}
