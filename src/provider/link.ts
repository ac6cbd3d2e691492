/** Pieces of the registry's patterns. */
import { lazy } from '../lazy.ts';

export const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** A language in a path: `en`, `pt-br`, `zh-hans`. */
export const LOCALE = '[a-z]{2,3}(?:-[a-z]{2,4})?';

/** Any public name. `recognise` refuses addresses, single labels and look-alikes. */
export const ANY_HOST = '[a-z0-9-]+(?:\\.[a-z0-9-]+)+';

/** What the registry asks of a pattern. */
export interface Pattern {
  readonly source: string;
  test(text: string): boolean;
  exec(text: string): RegExpExecArray | null;
}

/** A pattern that is compiled when it is first tried. */
function late(source: string): Pattern {
  const pattern = lazy(() => new RegExp(source, 'i'));
  return { source, test: (text) => pattern().test(text), exec: (text) => pattern().exec(text) };
}

/** An address with this host and path, whatever query and fragment follow. */
export const link = (host: string, path: string): Pattern => late(`^https?://${host}${path}/?(?:[?#].*)?$`);

/** An address whose query holds a parameter of this form, perhaps among others. */
export const linkWithQuery = (host: string, path: string, parameter: string): Pattern =>
  late(`^https?://${host}${path}/?\\?(?:[^#]*&)?${parameter}(?:[&#].*)?$`);
