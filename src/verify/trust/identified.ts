/** The step between a name and a listing: somebody says whose house this is, nobody who in it signed (docs/decisions.md#identified-issuers). */
import type { Hosting } from '../../ports.ts';
import { type Result, succeed } from '../../result.ts';
import { bearsName } from './issuer-name.ts';
import { lookAlikeOf } from './look-alike.ts';
import { organisationHost } from './organisation-host.ts';
import { universityAt } from './university.ts';

export interface Identified {
  /** `directory`: the issuer's domain is this organisation's · `platform`: the platform lets only its members issue. */
  readonly by: 'directory' | 'platform';
  readonly name: string;
  /** The domain, or the platform's name. */
  readonly at: string;
  /** As of when (ISO date). */
  readonly date: string;
}

/**
 * Who says whose this issuer id is. By a directory: the id speaks for a whole host, on a domain that the directory knows
 * by the name that the record gives. By a platform: the id is one of a platform that admits members alone. Null for
 * look-alikes. Problem: `part-missing`, where the directory is not at hand.
 */
export async function identify(
  { id, name }: { readonly id: string; readonly name: string },
  hosting: Hosting,
): Promise<Result<Identified | null>> {
  const platform = hosting.membersOnly?.(id) ?? null;
  if (platform !== null) return succeed({ by: 'platform', name, at: platform.name, date: platform.date });
  const host = organisationHost(id);
  // A name in punycode may be drawn like any other.
  if (host === null || /(?:^|\.)xn--/.test(host) || lookAlikeOf(host) !== null) return succeed(null);
  const university = await universityAt(host);
  if (!university.ok) return university;
  const known = university.value;
  if (known === null || !bearsName(name, known.name)) return succeed(null);
  return succeed({ by: 'directory', name: known.name, at: known.domain, date: known.date });
}
