import type { ProblemCode } from '../problem.ts';
import { fail, type Result } from '../result.ts';
import type { TransportAnswer } from './transport.ts';

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Where an answer sends its reader; null where it does not. A redirect without a place to go is an answer of its own. */
export const locationOf = ({ status, headers }: TransportAnswer): string | null =>
  REDIRECTS.has(status) ? headers.get('location') : null;

/** What a refused address is called when somebody else led us there. */
const LED_TO: Partial<Record<ProblemCode, ProblemCode>> = {
  'not-https': 'redirected-to-http',
  'private-host': 'redirected-to-private-host',
};

/**
 * The address that a redirect names, checked like any other. `redirected-to-http`, `redirected-to-private-host`
 * (params: target); `answer-not-understood` where it names no address at all.
 */
export function nextAddress(
  from: URL,
  location: string,
  check: (address: string) => Result<URL>,
): Result<URL> {
  if (!URL.canParse(location, from.href)) return fail('answer-not-understood');
  const target = new URL(location, from.href);
  target.hash = '';
  const checked = check(target.href);
  if (checked.ok) return checked;
  return fail(LED_TO[checked.problem.code] ?? 'answer-not-understood', {
    params: { target: target.hostname },
    cause: checked.problem,
  });
}
