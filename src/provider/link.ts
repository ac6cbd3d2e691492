/** Pieces of the registry's patterns. */

export const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** A language in a path: `en`, `pt-br`, `zh-hans`. */
export const LOCALE = '[a-z]{2,3}(?:-[a-z]{2,4})?';

/** Any public name. `recognise` refuses addresses, single labels and look-alikes. */
export const ANY_HOST = '[a-z0-9-]+(?:\\.[a-z0-9-]+)+';

/** An address with this host and path, whatever query and fragment follow. */
export const link = (host: string, path: string): RegExp =>
  new RegExp(`^https?://${host}${path}/?(?:[?#].*)?$`, 'i');

/** An address whose query holds a parameter of this form, perhaps among others. */
export const linkWithQuery = (host: string, path: string, parameter: string): RegExp =>
  new RegExp(`^https?://${host}${path}/?\\?(?:[^#]*&)?${parameter}(?:[&#].*)?$`, 'i');
