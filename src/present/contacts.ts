import { isProblemCode, problem } from '../problem.ts';
import type { Contact } from '../verify/report.ts';
import { hostOf, withoutSecrets } from './address.ts';
import { problemSentence, type Voice } from './sentence.ts';

export interface ContactView {
  readonly host: string;
  /** Host and path. Query and fragment are left out, because they may hold secrets. */
  readonly address: string;
  readonly at: string;
  readonly outcome: string;
}

/** Who was asked for this credential, when, and with what result. */
export const contactViews = (contacted: readonly Contact[], voice: Voice): readonly ContactView[] =>
  contacted.map(({ url, at, outcome }) => ({
    host: hostOf(url) ?? url,
    address: withoutSecrets(url),
    at: voice.dates.moment(at),
    outcome: outcomeWords({ url, outcome }, voice),
  }));

function outcomeWords({ url, outcome }: Pick<Contact, 'url' | 'outcome'>, voice: Voice): string {
  const { say } = voice;
  if (outcome === 'cached') return say('ui_contact_cached');
  if (outcome === 'redirected') return say('ui_contact_redirected');
  if (/^2\d\d$/.test(outcome)) return say('ui_contact_ok');
  if (/^\d+$/.test(outcome)) return say('ui_contact_status', { status: outcome });
  if (!isProblemCode(outcome)) return say('ui_contact_failed');
  const host = hostOf(url);
  return problemSentence(problem(outcome, host === null ? {} : { params: { host } }), voice);
}
