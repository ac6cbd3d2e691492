/** What a record says by a term and not in words: each in the reader's language, where the standard lists the terms. */
import type { Say } from './say.ts';
import { keyOf } from './sentence.ts';

/** OB 3.0 §AchievementType. */
export const ACHIEVEMENT_TYPES = [
  'Achievement',
  'ApprenticeshipCertificate',
  'Assessment',
  'Assignment',
  'AssociateDegree',
  'Award',
  'Badge',
  'BachelorDegree',
  'Certificate',
  'CertificateOfCompletion',
  'Certification',
  'CommunityService',
  'Competency',
  'Course',
  'CoCurricular',
  'Degree',
  'Diploma',
  'DoctoralDegree',
  'Fieldwork',
  'GeneralEducationDevelopment',
  'JourneymanCertificate',
  'LearningProgram',
  'License',
  'Membership',
  'ProfessionalDoctorate',
  'QualityAssuranceCredential',
  'MasterCertificate',
  'MasterDegree',
  'MicroCredential',
  'ResearchDoctorate',
  'SecondarySchoolDiploma',
] as const;
/** OB 3.0 §ResultStatusType. */
export const RESULT_STATUSES = [
  'Completed',
  'Enrolled',
  'Failed',
  'InProgress',
  'OnHold',
  'Provisional',
  'Withdrew',
] as const;
const isListed = (terms: readonly string[], term: string): boolean => terms.includes(term);

/** A kind of achievement: one of the standard's, or an issuer's own, which stays in the issuer's language. */
export const achievementTypeWords = (type: string, say: Say): string =>
  isListed(ACHIEVEMENT_TYPES, type) ? say(keyOf.achievementType(type)) : inWords(type);

/** The status of a result, in the same way. */
export const resultStatusWords = (status: string, say: Say): string =>
  isListed(RESULT_STATUSES, status) ? say(keyOf.resultStatus(status)) : inWords(status);

/** An issuer's own term (`ext:MicroDegree`), as words. */
const inWords = (term: string): string =>
  /^(?:ext:)?[A-Za-z]+$/.test(term) ? term.replace(/^ext:/, '').replace(/([a-z])([A-Z])/g, '$1 $2') : term;

/** The language of a tag (BCP 47), by its name. What is no tag, or of a language without a name, stays as it is. */
export function languageWords(tag: string, say: Say): string {
  try {
    return new Intl.DisplayNames([say('language_tag')], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
