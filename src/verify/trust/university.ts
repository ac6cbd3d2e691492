/** Which university has a domain. The directory knows names and domains, but nothing about badges or accreditation. */
import { rememberOf } from '../../encoding/remember.ts';
import { isJsonObject, type JsonObject } from '../../json.ts';
import { part } from '../../part.ts';
import { type Result, succeed } from '../../result.ts';

const universitiesPart = part(() => import('./bundled/universities.json?raw'));

export interface University {
  readonly name: string;
  /** The domain in the directory, under a suffix that is reserved for education. */
  readonly domain: string;
  /** The date of the directory's copy (ISO date). */
  readonly date: string;
}

/** The suffixes that are reserved for education. The directory has no others (scripts/universities.mjs). */
const FOR_EDUCATION = /\.(?:edu|ac)(?:\.[a-z]{2})?$/;

/**
 * The university that a directory names for this host or the domain right above it; null where it names none. A host
 * further down may be anybody's: many universities give each student one (`bob.create.uni.edu`). Problem:
 * `part-missing`.
 */
export async function universityAt(host: string): Promise<Result<University | null>> {
  if (!FOR_EDUCATION.test(host)) return succeed(null);
  const file = await universitiesPart();
  if (!file.ok) return file;
  const { domains, date } = directoryIn(file.value);
  for (const domain of [host, host.slice(host.indexOf('.') + 1)]) {
    const name = domains[domain];
    if (typeof name === 'string') return succeed({ name, domain, date });
  }
  return succeed(null);
}

interface Directory {
  readonly domains: JsonObject;
  readonly date: string;
}

/** Read at its first use, because most pages need none of its 7,000 domains. */
const directoryIn = rememberOf(({ default: text }: { readonly default: string }): Directory => {
  const { domains, date }: JsonObject = JSON.parse(text);
  if (!isJsonObject(domains) || typeof date !== 'string') throw new Error('no directory');
  return { domains, date };
});
