/** What an organisation's list of allowed sites says. */
import * as v from 'valibot';
import { type Entries, readEntries } from './entries.ts';
import { isWithin, sitePatternOf } from './sites.ts';

/** A host and no more: of an entry with a path, a port or a user, only the host would count, which is more than it says. */
const HOST_ALONE = /^(?:https:\/\/)?[^\s/?#@:\\]+(?:\/\*?)?$/i;
const allowedSite = v.pipe(v.string(), v.regex(HOST_ALONE), v.transform(sitePatternOf), v.string());

/**
 * The sites of a policy's list, with the faults in it. A value that is no list allows nothing: whoever wrote it wanted
 * a limit.
 */
export const allowedEntries = (prescribed: unknown): Entries<string> =>
  prescribed === null ? { good: [], faulty: 'whole' } : readEntries(allowedSite, prescribed);

/** Whether a site, if there is one, lies within one of these. All are match patterns. */
export const isOnOneOf = (sites: readonly string[], site: string | null): boolean =>
  site !== null && sites.some((each) => isWithin(site, each));
