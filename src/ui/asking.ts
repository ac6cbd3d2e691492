import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { RequestName, Requests } from '../protocol.ts';
import type { PageWorld } from './page-world.ts';

/** Asks the background on behalf of a click; whether it was heard. */
export type Request = <Name extends RequestName>(
  name: Name,
  payload: Requests[Name]['ask'],
) => Promise<boolean>;

/**
 * A worker that dies while it is asked drops the question, and asking wakes its successor: so every question is asked
 * a second time before it counts as unheard. All of them may be asked twice.
 */
export function persistently(ask: PageWorld['ask']): Request {
  return (name, payload) =>
    ask(name, payload)
      .catch(() => ask(name, payload))
      .then(
        () => true,
        () => false,
      );
}

export const RequestContext = createContext<Request>(async () => false);
export const useRequest = (): Request => useContext(RequestContext);
