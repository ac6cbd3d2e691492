import type { Site } from '../site.ts';
import { linkedin } from './linkedin.ts';

export const SITES: readonly Site[] = [linkedin];
