import type { ProblemCode } from '../problem.ts';
import { fail, type Result } from '../result.ts';
import type { TransportAnswer } from './transport.ts';

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** The address to which an answer redirects. Null for any other answer, and for a redirect without a Location. */
export const locationOf = ({ status, headers }: TransportAnswer): string | null =>
  REDIRECTS.has(status) ? headers.get('location') : null;

/** The code for a refused address that a redirect named. */
const LED_TO: Partial<Record<ProblemCode, ProblemCode>> = {
  'not-https': 'redirected-to-http',
  'private-host': 'redirected-to-private-host',
};

/**
 * The address that a redirect names, checked like any other. Problems: `redirected-to-http`,
 * `redirected-to-private-host` (params: target); `answer-not-understood` where it names no address at all.
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
