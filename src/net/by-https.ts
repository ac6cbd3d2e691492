/** Nothing is asked without TLS. */
import type { Net, NetAnswer, NetRequest } from '../ports.ts';
import type { Result } from '../result.ts';

/** The address that is asked in place of one without TLS; any other address as it is. */
export const byHttps = (address: string): string => address.replace(/^http:/i, 'https:');

/**
 * Requests an address as it is written. Plain http is never requested; the same address with https is used instead. An
 * answer of any status is a success here. Problems: those of net/.
 */
export async function askByHttps(net: Net, request: NetRequest): Promise<Result<NetAnswer>> {
  const first = await net.get(request);
  if (first.ok || first.problem.code !== 'not-https') return first;
  return net.get({ ...request, url: byHttps(request.url) });
}
