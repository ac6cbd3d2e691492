import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { UTC_DATES } from '../present/dates.ts';
import type { Say } from '../present/say.ts';
import type { Voice } from '../present/sentence.ts';

/** The words of the surface, for every component below it. */
export const VoiceContext = createContext<Voice>({ say: (key) => key, dates: UTC_DATES });

export const useSay = (): Say => useContext(VoiceContext).say;
