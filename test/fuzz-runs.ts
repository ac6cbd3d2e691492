/** `npm run fuzz` asks every property more often than a test run does. */
import { configureGlobal } from 'fast-check';

const runs = Number(process.env.FUZZ_RUNS ?? 0);
if (runs > 0) configureGlobal({ numRuns: runs });
