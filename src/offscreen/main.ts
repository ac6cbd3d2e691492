import { onPort } from '../platform/offscreen.ts';
import { startWorker } from '../platform/worker.ts';

onPort(startWorker);
