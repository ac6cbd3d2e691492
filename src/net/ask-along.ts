import type { Net, NetAnswer, NetRequest } from '../ports.ts';
import type { Result } from '../result.ts';

/**
 * A net that sends foreseen requests as soon as their origin is asked for anything. So a status list travels beside the
 * key, and not after it. No host is asked that would not have been, and no document twice.
 *
 * `settled` waits until no foreseen request is under way.
 */
export function askAlong<N extends Net>(
  net: N,
  foreseen: readonly NetRequest[],
): { readonly net: N; settled(): Promise<unknown> } {
  const begun = new Map<string, Promise<Result<NetAnswer>>>();
  const begin = (request: NetRequest): void => {
    const answer = net.get({ ...request, url: normalised(request.url) });
    // A bug is met again by whoever takes the answer.
    answer.catch(() => undefined);
    begun.set(formOf(request), answer);
  };
  return {
    net: {
      ...net,
      get(request) {
        const origin = originOf(request.url);
        for (const each of foreseen)
          if (originOf(each.url) === origin && !begun.has(formOf(each))) begin(each);
        return begun.get(formOf(request)) ?? net.get(request);
      },
    },
    settled: () => Promise.allSettled(begun.values()),
  };
}

/** What is signed may write an address otherwise than the document does (`https:a.example/b`). It is one address. */
const normalised = (url: string): string => (URL.canParse(url) ? new URL(url).href : url);
const formOf = ({ url, accept, maxBytes }: NetRequest): string => `${maxBytes} ${accept} ${normalised(url)}`;
const originOf = (address: string): string | null => (URL.canParse(address) ? new URL(address).origin : null);
