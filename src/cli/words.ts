import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { UTC_DATES } from '../present/dates.ts';
import { createSay, readMessages } from '../present/say.ts';
import type { Voice } from '../present/sentence.ts';

/** The sentences of the extension, for the terminal. */
export const say = createSay(readMessages(messages, 'en'));

/** The same with dates in UTC, because a terminal's output is filed and compared. */
export const VOICE: Voice = { say, dates: UTC_DATES };
