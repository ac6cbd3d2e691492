/**
 * The properties of a test run start from one seed: a run that was green stays green until the code changes.
 * `npm run fuzz` asks each property more often, with seeds of its own. A failure there names its seed.
 */
import { configureGlobal } from 'fast-check';

const SEED = 20261123;

const runs = Number(process.env.FUZZ_RUNS ?? 0);
configureGlobal(runs > 0 ? { numRuns: runs } : { seed: SEED });
