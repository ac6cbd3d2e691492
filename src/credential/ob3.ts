import { asArray, isJsonObject, type Json, type JsonObject } from '../json.ts';
import {
  type Achievement,
  type Alignment,
  type CredentialContent,
  type CredentialForm,
  DETAILS,
  type Evidence,
  type Source,
} from './model.ts';
import { type Order, orderOf } from './reading-order.ts';
import { resultsByAchievement } from './results.ts';
import { namesContext } from './shape/context-shape.ts';
import { danglingReferences } from './shape/ob3-references.ts';
import { checkObShape } from './shape/ob3-shape.ts';
import { readId, readNames, readObjects, readText, readTexts, readTypes } from './text.ts';
import { readImage, readProfile, readSubjects, readVcContent, readVcForm } from './vc.ts';

const OB_TYPES: ReadonlySet<string> = new Set([
  'OpenBadgeCredential',
  'AchievementCredential',
  'EndorsementCredential',
]);

const OB_CONTEXT = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context/;

/**
 * Whether a W3C credential claims to be an Open Badge or an endorsement: by its type, or by its context and subject.
 */
export function isOb3(document: JsonObject): boolean {
  if (readTypes(document).some((type) => OB_TYPES.has(type))) return true;
  const achievement = readSubjects(document).some((subject) =>
    readTypes(subject).includes('AchievementSubject'),
  );
  return achievement && namesContext(document, (url) => OB_CONTEXT.test(url));
}

/**
 * Reads Open Badges 3.0 §B: AchievementCredential (OpenBadgeCredential) and EndorsementCredential, on VCDM 1.1 and 2.0,
 * from the beta to 3.0.3.
 *
 * The title of a badge is the name of its one achievement. In the credential's own name, platforms put the recipient's
 * name or nothing.
 */
export function readOb3Content(document: JsonObject, source: Source): CredentialContent {
  const base = readVcContent(document, source);
  const subjects = readSubjects(document);
  const achievements = readAllAchievements(document, source);
  const [only, ...more] = achievements;
  return {
    ...base,
    format: 'ob3',
    name: (more.length === 0 ? only?.name : null) ?? readText(document.name) ?? only?.name ?? null,
    // The comment is what an endorsement is for (OB 3.0 §B.1.12).
    description:
      (endorses(document) ? readText(subjects[0]?.endorsementComment) : null) ??
      base.description ??
      only?.description ??
      null,
    image: base.image ?? only?.image ?? null,
    achievements,
  };
}

const endorses = (document: JsonObject): boolean => readTypes(document).includes('EndorsementCredential');

/** The form of an OB 3.0 credential: that of any W3C credential, with the shape of a badge or an endorsement. */
export function readOb3Form(document: JsonObject, source: Source): CredentialForm {
  const base = readVcForm(document, source);
  return {
    ...base,
    defects: [
      ...base.defects,
      ...checkObShape(document, endorses(document) ? 'endorsement' : 'badge'),
      ...danglingReferences(document),
    ],
  };
}

/** The achievements of a credential, with what it says beside them. */
export function readAllAchievements(document: JsonObject, source: Source): readonly Achievement[] {
  const order = orderOf(source);
  return readSubjects(document).flatMap((subject, index) =>
    readAchievements(subject, index === 0 ? document.evidence : [], order),
  );
}

/**
 * The achievements of one subject (OB 3.0 §B.1.4). Evidence and results are told once, or a few kilobytes would become
 * gigabytes: evidence with the first achievement, and a result with the first one that describes it.
 */
function readAchievements(
  subject: JsonObject,
  evidence: Json | undefined,
  order: Order,
): readonly Achievement[] {
  const achievements = asArray<Json>(subject.achievement).flatMap((value): readonly JsonObject[] => {
    if (typeof value === 'string') return [{ id: value }];
    return isJsonObject(value) ? [value] : [];
  });
  const results = subject.result === undefined ? null : resultsByAchievement(subject, achievements);
  const read = achievements.map((achievement, index) =>
    readAchievement(
      achievement,
      {
        results: order(results?.get(achievement) ?? []),
        evidence: index === 0 ? order(readNarratedEvidence(subject.narrative, evidence)) : [],
        details: {
          ...readDetails(achievement, DETAILS.achievement),
          ...(index === 0 && readDetails(subject, DETAILS.subject)),
        },
      },
      order,
    ),
  );
  return order(read);
}

const readDetails = (value: JsonObject, names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const text = readText(value[name]);
      return text === null ? [] : [[name, text]];
    }),
  );

type Earned = Required<Pick<Achievement, 'results' | 'evidence' | 'details'>>;

function readAchievement(achievement: JsonObject, earned: Earned, order: Order): Achievement {
  const creator = readProfile(achievement.creator);
  const criteria = readObjects(achievement.criteria)[0] ?? {};
  return {
    id: typeof achievement.id === 'string' ? achievement.id : null,
    name: readText(achievement.name),
    ...readNames(achievement.name),
    description: readText(achievement.description),
    type: readText(achievement.achievementType),
    image: readImage(achievement.image),
    criteria: {
      id: typeof achievement.criteria === 'string' ? achievement.criteria : readId(criteria),
      narrative: readText(criteria.narrative),
    },
    creator: achievement.creator === undefined ? null : { id: creator.id, name: creator.name },
    alignments: order(readAlignments(achievement.alignment)),
    // A draft called `tag` `tags`. Both names are read.
    tags: [achievement.tag, achievement.tags].flatMap((tags) => readTexts(tags)),
    ...earned,
  };
}

/** OB 3.0 §B.1.2. OB 2.0 §4.9 has the same members. An alignment without a name and a target says nothing. */
export function readAlignments(value: Json | undefined): readonly Alignment[] {
  return readObjects(value).flatMap((one) => {
    const name = readText(one.targetName) ?? readText(one.name);
    const url = readId(one.targetUrl) ?? readId(one.url);
    if (name === null && url === null) return [];
    return [
      {
        name: name ?? url ?? '',
        url,
        framework: readText(one.targetFramework),
        code: readText(one.targetCode),
        description: readText(one.targetDescription) ?? readText(one.description),
        type: readText(one.targetType),
      },
    ];
  });
}

/** OB 3.0 §B.1.13, OB 2.0 §4.6: an address, or an object with any of these. */
function readEvidence(value: Json | undefined): readonly Evidence[] {
  return asArray<Json>(value).flatMap((one) => {
    if (typeof one !== 'string' && !isJsonObject(one)) return [];
    const object: JsonObject = isJsonObject(one) ? one : {};
    return [
      {
        id: readId(one),
        name: readText(object.name),
        narrative: readText(object.narrative),
        description: readText(object.description),
        genre: readText(object.genre),
        audience: readText(object.audience),
      },
    ];
  });
}

/**
 * The narrative beside the evidence describes how the badge was earned. It is read as evidence (OB 3.0 §B.1.4, OB 2.0
 * §4.2).
 */
export function readNarratedEvidence(
  narrative: Json | undefined,
  value: Json | undefined,
): readonly Evidence[] {
  const evidence = readEvidence(value);
  const told = readText(narrative);
  return told === null
    ? evidence
    : [
        { id: null, name: null, narrative: told, description: null, genre: null, audience: null },
        ...evidence,
      ];
}
