import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { UTC_DATES } from '../../src/present/dates.ts';
import { createSay, type Messages, readMessages } from '../../src/present/say.ts';
import type { Voice } from '../../src/present/sentence.ts';

export const MESSAGES: Messages = messages;
export const say = createSay(readMessages(MESSAGES, 'en'));
export const VOICE: Voice = { say, dates: UTC_DATES };
