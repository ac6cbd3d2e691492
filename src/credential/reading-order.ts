import { lazy } from '../lazy.ts';
import type { Source } from './model.ts';

interface Named {
  readonly name: string | null;
}
/** The order in which the things of a list are shown. */
export type Order = <T extends Named>(things: readonly T[]) => readonly T[];

/** As people count: 2 before 10. The same on every machine, so the language is fixed. */
const collator = lazy(() => new Intl.Collator('en', { numeric: true }));

const byName: Order = (things) =>
  things.length < 2
    ? things
    : things.toSorted((one, other) => collator().compare(one.name ?? '', other.name ?? ''));
const asWritten: Order = (things) => things;

/**
 * A graph says nothing of the order in its sets, so no signature covers one. What was read from it is in the order of its
 * names. Any other record keeps the order that its issuer chose (docs/decisions.md#what-is-read-of-a-signed-graph).
 */
export const orderOf = (source: Source): Order =>
  source.securing === 'embedded' && source.stated === true ? byName : asWritten;
