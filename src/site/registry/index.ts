import type { Site } from '../site.ts';
import { europass, jobBoards, xing } from './headed.ts';
import { linkedin, linkedinAnywhere } from './linkedin.ts';
import { orcid } from './orcid.ts';
import { schemaOrg } from './schema-org.ts';

export const SITES: readonly Site[] = [
  linkedin,
  linkedinAnywhere,
  orcid,
  xing,
  europass,
  jobBoards,
  schemaOrg,
];
