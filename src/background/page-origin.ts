import type { Transport } from '../net/transport.ts';
import { fail } from '../result.ts';
import { sameOrigin } from './same-origin.ts';

/** What the platform knows of grants. */
export interface Grants {
  /** Whether a click on the button may open the page's own origin to the worker, without saying whether it has. */
  readonly clickOpensPage: () => boolean;
  readonly isPermitted: (url: string) => Promise<boolean>;
}

/** Whether this origin may be asked over this page: granted, or perhaps opened by the reader's click on it. */
export const mayAsk =
  (page: string, { clickOpensPage, isPermitted }: Grants) =>
  async (origin: string): Promise<boolean> =>
    (clickOpensPage() && sameOrigin(origin, page)) || isPermitted(origin);

/**
 * A request to the page's own origin that fails without a grant has failed for want of one: the click's grant may be
 * over, and the browser tells a missing one from a broken network by nothing. It is `permission-needed` then.
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
