import type { RequestName, Requests } from '../protocol.ts';
import { browser } from './browser.ts';

/** The form of an answer. `refused`: the request was not understood, not allowed, or met a bug. */
export type Reply = { readonly answer: unknown } | { readonly refused: 'form' | 'sender' | 'internal' };

/** Asks the background, and wakes it where it sleeps. Rejects only where the request was refused. */
export async function ask<Name extends RequestName>(
  name: Name,
  payload: Requests[Name]['ask'],
): Promise<Requests[Name]['answer']> {
  // Only `answerRequests` replies to such a message.
  const reply = (await browser.runtime.sendMessage({ type: name, ask: payload })) as Reply | undefined;
  if (reply === undefined || 'refused' in reply)
    throw new Error(`${name} refused: ${reply?.refused ?? 'unheard'}`);
  // The handlers' types bind the answer to the name. A message does not carry that type.
  return reply.answer as Requests[Name]['answer'];
}
