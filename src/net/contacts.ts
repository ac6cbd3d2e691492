import type { Clock, Instant, Net, NetAnswer } from '../ports.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import type { Result } from '../result.ts';

/** One address that was requested. `outcome`: the HTTP status, `redirected`, `cached`, or a problem code. */
export interface Contacted {
  readonly url: string;
  readonly at: Instant;
  readonly outcome: string;
}

/** Problems found before a request was sent. Nobody was contacted. */
const NOT_ASKED: ReadonlySet<ProblemCode> = new Set([
  'url-malformed',
  'not-https',
  'private-host',
  'port-refused',
  'permission-needed',
  'offline',
]);

/** Parameters that grant access or name a person. They are sent, but never stored or shown. */
const SECRET = /^(identity__.*|seed|pin|token|access_token|id_token|code|key|secret|password|email)$/i;

/**
 * A net that records whom it contacted for one credential. Every known hop counts, in order. The time comes from the
 * net's own clock, or else from `clock`.
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
    // If it was another address that was not asked, a redirect led there. So the first one was asked.
    const ledOn = NOT_ASKED.has(code) && isElsewhere(params, asked);
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

/** Whether a problem speaks of another address, or another origin, than this one. */
const isElsewhere = ({ url, origin }: Problem['params'] = {}, asked: string): boolean =>
  (origin !== undefined && origin !== originOf(asked)) ||
  (url !== undefined && withoutSecrets(String(url)) !== withoutSecrets(asked));

const originOf = (address: string): string | null => (URL.canParse(address) ? new URL(address).origin : null);

/** An address as it may be shown and stored: without its fragment, and with secret values blanked. */
export function withoutSecrets(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.hash = '';
  for (const name of new Set(url.searchParams.keys())) if (SECRET.test(name)) url.searchParams.set(name, '…');
  return url.href;
}
