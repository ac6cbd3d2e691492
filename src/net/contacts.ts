import type { Clock, Instant, Net, NetAnswer } from '../ports.ts';
import type { ProblemCode } from '../problem.ts';
import type { Result } from '../result.ts';

/** One address that was asked. `outcome`: the HTTP status, `redirected`, `cached`, or a problem code. */
export interface Contacted {
  readonly url: string;
  readonly at: Instant;
  readonly outcome: string;
}

/** Refused before anything was sent: nobody was contacted. */
const NOT_ASKED: ReadonlySet<ProblemCode> = new Set([
  'url-malformed',
  'not-https',
  'private-host',
  'port-refused',
  'permission-needed',
]);

/** Parameters that open something or name somebody. They are asked with, and never written down. */
const SECRET = /^(identity__.*|seed|pin|token|access_token|id_token|code|key|secret|password|email)$/i;

/**
 * A net that remembers whom it asked, for one credential. Every hop that is known of counts, in order. The time is
 * that of the net's own clock where it has one, else of `clock`.
 */
export function recordContacts(
  net: Net & { readonly clock?: Clock },
  clock: Clock,
): { readonly net: Net & { readonly clock: Clock }; contacts(): readonly Contacted[] } {
  const contacts: Contacted[] = [];
  const watch = net.clock ?? clock;
  return {
    contacts: () => contacts,
    net: {
      clock: watch,
      ...(net.refusal && { refusal: net.refusal }),
      async get(request) {
        const outcome = await net.get(request);
        contacts.push(...contactsOf(request.url, outcome, watch.now()));
        return outcome;
      },
    },
  };
}

function contactsOf(asked: string, outcome: Result<NetAnswer>, now: Instant): readonly Contacted[] {
  const url = withoutSecrets(asked);
  if (!outcome.ok) {
    const { code, params } = outcome.problem;
    // If the grant is missing for another origin, a redirect led there. So the first origin was asked.
    const ledOn =
      code === 'permission-needed' && params?.origin !== undefined && params.origin !== originOf(asked);
    if (ledOn) return [{ url, at: now, outcome: 'redirected' }];
    return NOT_ASKED.has(code) ? [] : [{ url, at: now, outcome: code }];
  }
  const { finalUrl, hops = [], status, cached, at } = outcome.value;
  const last = withoutSecrets(finalUrl);
  const unseen = url === last ? [] : [url];
  const before = hops.length > 0 ? hops.map(withoutSecrets) : unseen;
  return [
    ...before.map((hop) => ({ url: hop, at, outcome: cached ? 'cached' : 'redirected' })),
    { url: last, at, outcome: cached ? 'cached' : String(status) },
  ];
}

const originOf = (address: string): string | null => (URL.canParse(address) ? new URL(address).origin : null);

/** An address as it may be shown and stored: without fragment, secret values blanked. */
export function withoutSecrets(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.hash = '';
  for (const name of new Set(url.searchParams.keys())) if (SECRET.test(name)) url.searchParams.set(name, '…');
  return url.href;
}
