/** What a record says of what was earned: of the whole, and of each achievement in it. */
import { readDate } from '../credential/date.ts';
import {
  type Achievement,
  type AchievementResult,
  type CredentialContent,
  DETAILS,
  type Detail,
  type Evidence,
} from '../credential/model.ts';
import { type LinkView, linkView } from './address.ts';
import type { FactView } from './fact.ts';
import { type Block, markdownReader } from './markdown.ts';
import type { Say } from './say.ts';
import { keyOf, type Voice } from './sentence.ts';
import { achievementTypeWords, languageWords, resultStatusWords } from './terms.ts';

interface CriteriaView {
  readonly link: LinkView | null;
  readonly blocks: readonly Block[];
}
export interface EvidenceView {
  readonly title: string | null;
  readonly kind: string | null;
  readonly link: LinkView | null;
  readonly blocks: readonly Block[];
}

/** What the record says of one achievement, or of all that it holds. */
export interface EarnedView {
  /** The achievement; null where it is said of the whole record. */
  readonly title: string | null;
  readonly description: string | null;
  /** Credits, a field of study, a role and the like. */
  readonly details: readonly FactView[];
  readonly criteria: CriteriaView | null;
  readonly results: readonly FactView[];
  readonly evidence: readonly EvidenceView[];
}

/**
 * Where there are several achievements, what is said once for all of them stands with the whole, and not with the one that
 * happens to come first (OB 3.0 §B.1.4: evidence, credits, role and term are the subject's).
 */
export function earnedViews(content: CredentialContent, voice: Voice): readonly EarnedView[] {
  const { achievements, description } = content;
  const [only, ...more] = achievements;
  const read = markdownReader();
  const evidence = achievements.flatMap((each) => each.evidence.map((one) => evidenceView(one, read)));
  const ofWhole = [
    ...partialFacts(content, voice.say),
    ...achievements.flatMap((each) => detailFacts(each, DETAILS.subject, voice)),
  ];
  const views =
    only !== undefined && more.length === 0
      ? [
          {
            title: null,
            description: only.description ?? description,
            details: kindFacts(only, ofWhole, voice),
            criteria: criteriaView(only, read),
            results: resultFacts(only.results, voice.say),
            evidence,
          },
        ]
      : [
          {
            title: null,
            description,
            details: ofWhole,
            criteria: null,
            results: resultFacts(achievements.flatMap(({ results }) => results).filter(isOfWhole), voice.say),
            evidence,
          },
          ...achievements.map((each) => ({
            title: each.name ?? voice.say('title_unnamed'),
            description: each.description,
            details: kindFacts(each, [], voice),
            criteria: criteriaView(each, read),
            results: resultFacts(
              each.results.filter((result) => !isOfWhole(result)),
              voice.say,
            ),
            evidence: [],
          })),
        ];
  return views.filter(saysAnything);
}

/**
 * The key of the heading above all this. A record of several names them; whether all were earned is for the credentials
 * in it to say.
 */
export function earnedHeading({ format, achievements: { length } }: CredentialContent): string {
  if (length === 0) return 'ui_says';
  return length > 1 || format === 'clr2' ? 'ui_named' : 'ui_earned';
}

const saysAnything = ({ description, details, criteria, results, evidence }: EarnedView): boolean =>
  description !== null || criteria !== null || [details, results, evidence].some(({ length }) => length > 0);

/** Without a description by which it belongs to one achievement, a result is the whole subject's (OB 3.0 §B.1.22). */
const isOfWhole = ({ name }: AchievementResult): boolean => name === null;

/** A reader would take a list of awards for all that there are. */
const partialFacts = ({ partial }: CredentialContent, say: Say): readonly FactView[] =>
  partial === true ? [{ label: say('detail_partial'), value: say('partial_words') }] : [];

type ReadMarkdown = ReturnType<typeof markdownReader>;

function criteriaView({ criteria }: Achievement, read: ReadMarkdown): CriteriaView | null {
  const link = linkView(criteria.id);
  const { narrative } = criteria;
  if (narrative === null || narrative.trim() === '') return link && { link, blocks: [] };
  const blocks = read(narrative);
  return {
    link,
    get blocks() {
      return blocks();
    },
  };
}

function evidenceView(
  { id, name, narrative, description, genre, audience }: Evidence,
  read: ReadMarkdown,
): EvidenceView {
  const texts = [description, narrative].flatMap((text) => (text === null ? [] : [read(text)]));
  const kind = [genre, audience].filter((each) => each !== null).join(' · ') || null;
  return {
    title: name,
    kind,
    link: linkView(id),
    get blocks() {
      return texts.flatMap((blocks) => blocks());
    },
  };
}

/** All that is said of a result: 42 means one thing of 50 and another of 100, and a status may say "Failed". */
function resultFacts(results: readonly AchievementResult[], say: Say): readonly FactView[] {
  return results.flatMap(({ name, value, status, achievedLevel, valueMax = null, required = null }) => {
    const scored =
      value === null || valueMax === null ? value : say('ui_result_of', { value, max: valueMax });
    const got = [scored, achievedLevel, status === null ? null : resultStatusWords(status, say)].filter(
      (each) => each !== null,
    );
    if (got.length === 0) return [];
    const demanded = required === null ? [] : [say('ui_result_required', { value: required })];
    const parts = [...got, ...demanded];
    return [{ label: name ?? say('ui_result'), value: parts.join(' · '), parts }];
  });
}

/** What kind of achievement it is; then what is said of whoever earned it; the issuer's catalogue comes last. */
function kindFacts(
  achievement: Achievement,
  ofWhole: readonly FactView[],
  voice: Voice,
): readonly FactView[] {
  const { type } = achievement;
  const { say } = voice;
  const kind =
    type === null ? [] : [{ label: say('detail_achievementType'), value: achievementTypeWords(type, say) }];
  return [...kind, ...ofWhole, ...detailFacts(achievement, DETAILS.achievement, voice)];
}

function detailFacts(
  { details = {} }: Achievement,
  names: readonly Detail[],
  { say, dates }: Voice,
): readonly FactView[] {
  return names.flatMap((name) => {
    const text = details[name];
    if (text === undefined || text === '') return [];
    return [{ label: say(keyOf.detail(name)), value: detailWords(name, text, { say, dates }) }];
  });
}

function detailWords(name: Detail, text: string, { say, dates }: Voice): string {
  if (name === 'inLanguage') return languageWords(text, say);
  const date = name.endsWith('Date') ? readDate(text) : null;
  return date === null ? text : dates.day(date);
}
