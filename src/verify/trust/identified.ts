/**
 * The step between a name and a listing. Somebody says which organisation this is, but not who signed there
 * (docs/decisions.md#identified-issuers).
 */
import type { Hosting } from '../../ports.ts';
import { type Result, succeed } from '../../result.ts';
import { bearsName } from './issuer-name.ts';
import { type LookAlike, lookAlikeOf } from './look-alike.ts';
import { organisationHost } from './organisation-host.ts';
import { universityAt } from './university.ts';

export interface Identified {
  /**
   * `directory`: the issuer's domain is this organisation's · `platform`: only members of the platform may issue there.
   */
  readonly by: 'directory' | 'platform';
  readonly name: string;
  /** The domain, or the platform's name. */
  readonly at: string;
  /** The date of that statement (ISO date). */
  readonly date: string;
}

interface Named {
  readonly id: string;
  readonly name: string;
  /** `name` in all its languages. */
  readonly names: readonly string[];
}

/**
 * Who says which organisation has this issuer id. A directory does, if the id speaks for a whole host. The directory
 * must list the host's domain under one of the record's names for it. A platform does, if it only admits members. Problem:
 * `part-missing`, where the directory is not available.
 */
export async function identify(
  { id, name, names }: Named,
  hosting: Hosting,
): Promise<Result<Identified | null>> {
  const platform = hosting.membersOnly?.(id) ?? null;
  if (platform !== null) return succeed({ by: 'platform', name, at: platform.name, date: platform.date });
  const host = organisationHost(id);
  if (host === null || isInPunycode(host)) return succeed(null);
  const university = await universityAt(host);
  if (!university.ok) return university;
  const known = university.value;
  if (known === null || !names.some((each) => bearsName(each, known.name))) return succeed(null);
  return succeed({ by: 'directory', name: known.name, at: known.domain, date: known.date });
}

/** Such a name may look like any other. */
const isInPunycode = (host: string): boolean => /(?:^|\.)xn--/.test(host);

/**
 * What an issuer's host may be taken for. A university's own domain is made to resemble nobody's, however close it is:
 * `asu.edu.eg`, `latech.edu`. The name of a host below it, which may be a student's, still may be.
 */
export async function imitationAt(host: string): Promise<LookAlike | null> {
  const found = lookAlikeOf(host);
  if (found === null || isInPunycode(host)) return found;
  const university = await universityAt(host);
  return university.ok && university.value !== null ? null : found;
}
