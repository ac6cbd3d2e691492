import type { Provider } from '../provider.ts';
import { oneEdTech } from './1edtech.ts';
import { accredible } from './accredible.ts';
import { awsCertmetrics } from './aws-certmetrics.ts';
import { badgecraft } from './badgecraft.ts';
import { badgr } from './badgr.ts';
import { bestr } from './bestr.ts';
import { blockcerts } from './blockcerts.ts';
import { certificatePage } from './certificate-page.ts';
import { certifier } from './certifier.ts';
import { certiport } from './certiport.ts';
import { certmetricsOther } from './certmetrics-other.ts';
import { certopus } from './certopus.ts';
import { codecademy } from './codecademy.ts';
import { cognitiveClass } from './cognitive-class.ts';
import { comptia } from './comptia.ts';
import { coursera } from './coursera.ts';
import { credly } from './credly.ts';
import { credlyAssociations } from './credly-associations.ts';
import { cs50 } from './cs50.ts';
import { databricks } from './databricks.ts';
import { datacamp } from './datacamp.ts';
import { deeplearningAi } from './deeplearning-ai.ts';
import { duolingoDet } from './duolingo-det.ts';
import { ecCouncil } from './ec-council.ts';
import { edubadges } from './edubadges.ts';
import { edx } from './edx.ts';
import { efset } from './efset.ts';
import { europassEdc } from './europass-edc.ts';
import { forage } from './forage.ts';
import { freecodecamp } from './freecodecamp.ts';
import { futurelearn } from './futurelearn.ts';
import { githubCerts } from './github-certs.ts';
import { googleDeveloperProfile } from './google-developer-profile.ts';
import { googleSkills } from './google-skills.ts';
import { googleSkillshop } from './google-skillshop.ts';
import { greatLearning } from './great-learning.ts';
import { hackerrank } from './hackerrank.ts';
import { hubspot } from './hubspot.ts';
import { huggingFace } from './hugging-face.ts';
import { ibm } from './ibm.ts';
import { ibmSapVia } from './ibm-sap-via.ts';
import { isaca } from './isaca.ts';
import { isqi } from './isqi.ts';
import { kaggle } from './kaggle.ts';
import { kaspersky } from './kaspersky.ts';
import { learncard } from './learncard.ts';
import { linkedin } from './linkedin.ts';
import { linkedinLearning } from './linkedin-learning.ts';
import { linuxFoundation } from './linux-foundation.ts';
import { mahara } from './mahara.ts';
import { microsoftLearn } from './microsoft-learn.ts';
import { mikrotik } from './mikrotik.ts';
import { mongodb } from './mongodb.ts';
import { moodle } from './moodle.ts';
import { moodleCertificate } from './moodle-certificate.ts';
import { mozillaBackpack } from './mozilla-backpack.ts';
import { myequals } from './myequals.ts';
import { nptel } from './nptel.ts';
import { nvidia } from './nvidia.ts';
import { openBadgeFactory } from './open-badge-factory.ts';
import { openBadgePassport } from './open-badge-passport.ts';
import { openclassrooms } from './openclassrooms.ts';
import { oracle } from './oracle.ts';
import { orcid } from './orcid.ts';
import { pluralsight } from './pluralsight.ts';
import { pmi } from './pmi.ts';
import { pok } from './pok.ts';
import { redhat } from './redhat.ts';
import { salesforce } from './salesforce.ts';
import { scrumAlliance } from './scrum-alliance.ts';
import { scrumOrg } from './scrum-org.ts';
import { sertifier } from './sertifier.ts';
import { simplilearn } from './simplilearn.ts';
import { skilljar } from './skilljar.ts';
import { speedexam } from './speedexam.ts';
import { tryhackme } from './tryhackme.ts';
import { udacity } from './udacity.ts';
import { udemy } from './udemy.ts';
import { unstop } from './unstop.ts';
import { vcInline } from './vc-inline.ts';
import { verifierPlus } from './verifier-plus.ts';
import { walletOffers } from './wallet-offers.ts';

/**
 * Every known host of credentials. Named hosts are tried before the paths that count on any host. Those paths are tried
 * in this order, the most specific first.
 */
export const PROVIDERS: readonly Provider[] = [
  credly,
  badgr,
  accredible,
  openBadgeFactory,
  openBadgePassport,
  verifierPlus,
  badgecraft,
  bestr,
  certifier,
  sertifier,
  certopus,
  pok,
  skilljar,
  microsoftLearn,
  githubCerts,
  googleSkills,
  googleSkillshop,
  googleDeveloperProfile,
  awsCertmetrics,
  comptia,
  certiport,
  pmi,
  isaca,
  isqi,
  certmetricsOther,
  oracle,
  salesforce,
  ibmSapVia,
  ibm,
  mongodb,
  kaspersky,
  redhat,
  hubspot,
  databricks,
  coursera,
  udacity,
  udemy,
  linkedinLearning,
  linkedin,
  forage,
  freecodecamp,
  hackerrank,
  kaggle,
  datacamp,
  pluralsight,
  futurelearn,
  openclassrooms,
  duolingoDet,
  codecademy,
  deeplearningAi,
  greatLearning,
  mikrotik,
  speedexam,
  tryhackme,
  cs50,
  nvidia,
  cognitiveClass,
  simplilearn,
  nptel,
  unstop,
  huggingFace,
  ecCouncil,
  edubadges,
  myequals,
  blockcerts,
  europassEdc,
  mahara,
  linuxFoundation,
  credlyAssociations,
  scrumOrg,
  scrumAlliance,
  oneEdTech,
  orcid,
  learncard,
  walletOffers,
  mozillaBackpack,
  edx,
  efset,
  moodleCertificate,
  moodle,
  certificatePage,
  vcInline,
];
