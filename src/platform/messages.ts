import * as v from 'valibot';
import { type RequestName, type Requests, typeOf } from '../protocol.ts';
import type { Reply } from './ask.ts';
import { browser, type Runtime } from './browser.ts';
import { REQUEST_FORMS, type Sender } from './request-forms.ts';

interface Asker {
  /** Set where the request came from a page's script: the tab is taken from the sender, never from the message. */
  readonly tabId: number | null;
  readonly url: string;
}
export type Handlers = {
  readonly [Name in RequestName]: (
    ask: Requests[Name]['ask'],
    asker: Asker,
  ) => Promise<Requests[Name]['answer']>;
};

/**
 * Answers requests. Every payload is parsed here and every sender checked. A page's script may only report what it
 * scanned; all other requests must come from the extension's own pages. Messages of other types are ignored.
 */
export function answerRequests(handlers: Handlers): void {
  browser.runtime.onMessage.addListener(((
    message: unknown,
    sender: Runtime.MessageSender,
    reply: (value: Reply) => void,
  ) => {
    const name = requestName(message);
    if (name === null) return undefined;
    void handle(name, message, { handlers, sender }).then(reply);
    // Keeps the channel open, in the form that both browsers understand. The types allow no other answer than true.
    return true;
  }) as Runtime.OnMessageListenerCallback);
}

async function handle(
  name: RequestName,
  message: unknown,
  { handlers, sender }: { readonly handlers: Handlers; readonly sender: Runtime.MessageSender },
): Promise<Reply> {
  const form = REQUEST_FORMS[name];
  if (kindOf(sender) !== form.from) return { refused: 'sender' };
  const parsed = v.safeParse(v.object({ ask: form.ask }), message);
  if (!parsed.success) return { refused: 'form' };
  const asker: Asker = { tabId: sender.tab?.id ?? null, url: sender.url ?? '' };
  try {
    // The form of this name has parsed the payload. The compiler does not connect the two tables.
    const handler = handlers[name] as (ask: unknown, asker: Asker) => Promise<unknown>;
    return { answer: await handler(parsed.output.ask, asker) };
  } catch (bug) {
    console.error(`touchstone: ${name}`, bug);
    return { refused: 'internal' };
  }
}

function requestName(message: unknown): RequestName | null {
  const type = typeOf(message);
  return isRequestName(type) ? type : null;
}

const isRequestName = (type: unknown): type is RequestName =>
  typeof type === 'string' && Object.hasOwn(REQUEST_FORMS, type);

/** An extension page in a tab of its own also has a `tab`. Its address tells it from a page's script. */
function kindOf(sender: Runtime.MessageSender): Sender | null {
  if (sender.id !== browser.runtime.id) return null;
  if (sender.url?.startsWith(browser.runtime.getURL(''))) return 'surface';
  return sender.tab?.id !== undefined && sender.frameId === 0 ? 'page-script' : null;
}
