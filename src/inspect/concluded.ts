/** Items, from what was found out. */
import type { Item, Subject } from '../item.ts';
import type { Problem } from '../problem.ts';
import type { Candidate } from '../recognise/candidate.ts';
import { judge } from '../verify/judge.ts';
import type { VerifyPorts } from '../verify/ports.ts';
import { type Contact, distinctContacts, type Report } from '../verify/report.ts';
import { unresolvedReport } from '../verify/unresolved.ts';

/** What is known of a candidate before its record is asked for. */
export const subjectOf = ({ key, link, provider, claim, places, asked }: Candidate): Subject => ({
  key,
  link,
  provider: provider && { id: provider.id, name: provider.name },
  claim,
  places,
  ...(asked && { asked }),
});

/** The only item of a subject that gave no credential; `why` is its reason. */
export const unsettled = (
  subject: Subject,
  why: Problem,
  ports: Pick<VerifyPorts, 'clock'>,
  answered = false,
): readonly Item[] => [conclude(subject, unresolvedReport(why, ports.clock.now(), answered))];

/** A report with the verdict on it. */
export const conclude = (subject: Subject, report: Report): Item => ({
  ...subject,
  report,
  verdict: judge(report),
  within: null,
});

/** The requests that found the record come before those that verified it. */
export const withContacts = (item: Item, before: readonly Contact[]): Item => ({
  ...item,
  report: { ...item.report, contacted: distinctContacts([...before, ...item.report.contacted]) },
});
