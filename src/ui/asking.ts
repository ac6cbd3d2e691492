import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { RequestName, Requests } from '../protocol.ts';
import type { PageWorld } from './page-world.ts';

/** Sends a question to the background after a click. Answers whether the background received it. */
export type Request = <Name extends RequestName>(
  name: Name,
  payload: Requests[Name]['ask'],
) => Promise<boolean>;

/**
 * A worker that dies while it is asked drops the question, and the next question starts a new worker. So every question
 * is asked a second time before it counts as unheard. Asking twice does no harm.
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
