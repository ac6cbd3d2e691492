/** Every address at which a context was published, with its contents, as the program brings them along. */
import { allSnapshots } from '../../src/json-ld/context/bundled/shelf.ts';

const all = await allSnapshots();
if (!all.ok) throw new Error(all.problem.code);
export const BUNDLED = all.value;
