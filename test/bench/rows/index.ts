import type { Row } from '../row.ts';
import { contentScriptSize } from './content-script-size.ts';
import { domContentLoaded } from './dom-content-loaded.ts';
import { hostedBadges } from './hosted-badges.ts';
import { mutationStorm } from './mutation-storm.ts';
import { pageBesideBareWork, pageOfCredentials } from './page-of-credentials.ts';
import { popupOfMany } from './popup-of-many.ts';
import { popupSize } from './popup-size.ts';
import { rescanOfOneNode } from './rescan-of-one-node.ts';
import { scanForcesNoLayout } from './scan-forces-no-layout.ts';
import { scanOfManyCredentials } from './scan-of-many-credentials.ts';
import { scanOfManyLinks } from './scan-of-many-links.ts';
import { workerCold } from './worker-cold.ts';
import { workerMemory } from './worker-memory.ts';
import { workerSize } from './worker-size.ts';
import { workerWarm } from './worker-warm.ts';

/** In the order in which they are printed. */
export const ROWS: readonly Row[] = [
  scanOfManyLinks,
  scanOfManyCredentials,
  scanForcesNoLayout,
  rescanOfOneNode,
  mutationStorm,
  domContentLoaded,
  contentScriptSize,
  workerSize,
  popupSize,
  workerCold,
  workerWarm,
  pageOfCredentials,
  pageBesideBareWork,
  hostedBadges,
  popupOfMany,
  ...workerMemory,
];
