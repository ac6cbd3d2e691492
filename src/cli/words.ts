import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { createSay, readMessages } from '../present/say.ts';

/** The sentences of the extension, for the terminal. */
export const say = createSay(readMessages(messages, 'en'));
