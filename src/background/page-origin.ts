import type { Transport } from '../net/transport.ts';
import { fail } from '../result.ts';
import { sameOrigin } from './same-origin.ts';

/** What the platform knows of grants. */
export interface Grants {
  /**
   * Whether a click on the button may open the page's own origin to the worker. It does not say whether a click has.
   */
  readonly clickOpensPage: () => boolean;
  readonly isPermitted: (url: string) => Promise<boolean>;
}

/**
 * Whether this origin may be asked from this page: it is granted, or the reader's click on the page may have opened it.
 */
export const mayAsk =
  (page: string, { clickOpensPage, isPermitted }: Grants) =>
  async (origin: string): Promise<boolean> =>
    (clickOpensPage() && sameOrigin(origin, page)) || isPermitted(origin);

/**
 * A request to the page's own origin failed and there is no grant. Then the missing grant is the reason:
 * `permission-needed`. The click's grant may be over, and the browser shows no difference between that and a broken
 * network.
 */
export const askingOver = (page: string, transport: Transport, { isPermitted }: Grants): Transport => ({
  ...transport,
  async get(request) {
    const answer = await transport.get(request);
    if (answer.ok || answer.problem.code !== 'network-failed' || !sameOrigin(request.url, page))
      return answer;
    if (await isPermitted(request.url)) return answer;
    const { hostname, origin } = new URL(request.url);
    return fail('permission-needed', { params: { host: hostname, origin } });
  },
});
