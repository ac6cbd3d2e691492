import type { Site } from '../site.ts';
import { europass, jobBoards, xing } from './headed.ts';
import { linkedin } from './linkedin.ts';
import { orcid } from './orcid.ts';

export const SITES: readonly Site[] = [linkedin, orcid, xing, europass, jobBoards];
