/** The types that callers of the library may have to name. */
export type { NetLimits } from '../net/guard.ts';
export type { Transport } from '../net/transport.ts';
export type { Clock, Heavy, KnownHolder, Net, Store } from '../ports.ts';
export type { ProblemCode } from '../problem.ts';
export type { JsonItem, JsonReport } from '../report/json.ts';
export type { CheckId, CheckState, Standing, Status } from '../verify/report.ts';
export type { ListedIssuer } from '../verify/trust/listed-issuers.ts';
export type { LibraryTasks, VerifierOptions } from './options.ts';
export type { Input, Page, Verifier } from './verifier.ts';
