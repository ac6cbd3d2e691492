/** Whose domain a university's is: a directory that knows names and domains, and nothing of badges or accreditation. */
import { isJsonObject, type JsonObject } from '../../json.ts';

export interface University {
  readonly name: string;
  /** The domain that the directory knows, under a suffix reserved for education. */
  readonly domain: string;
  /** The day of the directory's copy (ISO date). */
  readonly date: string;
}

/** The university that a directory names for this host or a domain above it; null where it names none. */
export async function universityAt(host: string): Promise<University | null> {
  const { domains, date } = await directory();
  const labels = host.split('.');
  for (let start = 0; start < labels.length - 1; start++) {
    const domain = labels.slice(start).join('.');
    const name = domains[domain];
    if (typeof name === 'string') return { name, domain, date };
  }
  return null;
}

interface Directory {
  readonly domains: JsonObject;
  readonly date: string;
}

let read: Directory | undefined;

/** Read at its first use: 7,000 domains, of which most pages need none. */
async function directory(): Promise<Directory> {
  read ??= parsed((await import('./bundled/universities.json?raw')).default);
  return read;
}

function parsed(text: string): Directory {
  const { domains, date } = JSON.parse(text) as JsonObject;
  if (!isJsonObject(domains) || typeof date !== 'string') throw new Error('no directory');
  return { domains, date };
}
