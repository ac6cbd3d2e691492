/**
 * The whole story of one page, in the order in which a careful person would follow it: Link → Candidate → Document →
 * Credential → Report → Verdict. The background, the command line and every surface call it, so that all of them say
 * the same.
 */

import type { Contents } from './credential/contents.ts';
import { findCredentials } from './credential/find.ts';
import type { Document } from './credential/model.ts';
import { parse } from './credential/parse.ts';
import { isPdf } from './encoding/is-pdf.ts';
import { fewStops } from './heavy/few-stops.ts';
import { claimedOnce } from './inspect/claimed-once.ts';
import { conclude, subjectOf, unsettled, withContacts } from './inspect/concluded.ts';
import { inspectCredential, MAX_ITEMS } from './inspect/contained.ts';
import { eachOnce } from './inspect/each-once.ts';
import { inspectPdf } from './inspect/in-pdf.ts';
import type { Item, Subject } from './item.ts';
import type { Json } from './json.ts';
import { documentBudget } from './json-ld/work-budget.ts';
import { recordContacts } from './net/contacts.ts';
import { patient } from './net/patience.ts';
import { type Problem, problem } from './problem.ts';
import { askedCandidates } from './recognise/asked.ts';
import type { Candidate } from './recognise/candidate.ts';
import { recogniseInView } from './resolve/page-in-view.ts';
import { resolve } from './resolve/resolve.ts';
import type { Resolved } from './resolve/resolved.ts';
import type { Result } from './result.ts';
import type { PageScan } from './site/sighting.ts';
import { platformReport } from './verify/platform-record.ts';
import type { VerifyPorts } from './verify/ports.ts';
import { pageOnlyReport } from './verify/unresolved.ts';

export interface InspectOptions {
  /** Called as soon as one candidate is settled; with an empty list where it turned out to be nothing. */
  readonly onItems?: (candidate: Candidate, items: readonly Item[]) => void;
}

/**
 * Everything on a page that is, or claims to be, a credential, each once and with its report and verdict. Never rejects
 * for bad input.
 */
export async function inspect(
  scan: PageScan,
  ports: VerifyPorts,
  { onItems }: InspectOptions = {},
): Promise<readonly Item[]> {
  const settled = await Promise.all(
    recogniseInView(scan).map(async (candidate) => {
      const items = await inspectCandidate(candidate, ports);
      onItems?.(candidate, items);
      return items;
    }),
  );
  return eachOnce(settled.flat());
}

/** One candidate: asks for its record, reads it, and verifies every credential in it. */
export async function inspectCandidate(candidate: Candidate, ports: VerifyPorts): Promise<readonly Item[]> {
  const asked = recordContacts(ports.net, ports.clock);
  const subject = subjectOf(candidate);
  const resolved = await resolve(candidate, asked.net);
  const items = resolved.ok
    ? await inspectResolved(resolved.value, subject, ports)
    : unsettled(subject, resolved.problem, ports);
  const worth = candidate.speculative ? items.filter(({ report }) => report.credential !== null) : items;
  return worth.map((item) => withContacts(item, asked.contacts()));
}

async function inspectResolved(
  resolved: Resolved,
  subject: Subject,
  ports: VerifyPorts,
): Promise<readonly Item[]> {
  switch (resolved.kind) {
    case 'document':
      return inspectDocument(resolved.document, ports, subject);
    case 'list': {
      const why = problem('list-of-credentials', { params: { count: resolved.links.length } });
      const [item] = unsettled(subject, why, ports);
      return item ? [{ ...item, contains: resolved.links }] : [];
    }
    case 'platform':
      return [conclude(subject, await platformReport(resolved.record, subject.claim, ports))];
    case 'page':
      return [conclude(subject, pageOnlyReport(resolved.page, ports.clock.now()))];
  }
}

/**
 * An address that somebody typed. They ask for what it leads to. So an unknown address is read, whatever it serves, and
 * a short link is followed once.
 */
export async function inspectLink(link: string, ports: VerifyPorts): Promise<readonly Item[]> {
  const candidates = askedCandidates({ kind: 'link', link });
  return (await Promise.all(candidates.map((each) => inspectCandidate(each, ports)))).flat();
}

/** A document by itself, which no page shows. */
const ALONE: Subject = { key: 'document', link: null, provider: null, claim: null, places: [] };

/** The item for a document that could not even be opened; `why` is its reason. */
export const inspectUnopened = (why: Problem, ports: Pick<VerifyPorts, 'clock'>): readonly Item[] =>
  unsettled(ALONE, why, ports);

/** One document of any container: a file, a dropped image, pasted text, or what a link served. */
export async function inspectDocument(
  document: Document,
  ports: VerifyPorts,
  subject: Subject = { ...ALONE, link: document.url },
): Promise<readonly Item[]> {
  // A page could name a PDF full of links. Links are followed only in a PDF that the reader hands over.
  const isHandedOver = document.origin === 'file' || subject.asked !== undefined;
  const { content } = document;
  return isHandedOver && typeof content !== 'string' && isPdf(content)
    ? inspectPdf(content, ports, {
        subject,
        answered: document.origin === 'fetched',
        inspectCandidate,
        inspectParsed,
      })
    : inspectParsed(document, ports, subject);
}

/** JSON that nobody sent as a text. It is what `parseJson` gives, or could have given. */
export const inspectJson = (json: Json, ports: VerifyPorts): Promise<readonly Item[]> =>
  inspectRead(findCredentials(json, null), ports, { subject: ALONE, answered: false });

async function inspectParsed(
  document: Document,
  ports: VerifyPorts,
  subject: Subject,
): Promise<readonly Item[]> {
  return inspectRead(await parse(document), ports, { subject, answered: document.origin === 'fetched' });
}

async function inspectRead(
  parsed: Result<Contents>,
  ports: VerifyPorts,
  { subject, answered }: { readonly subject: Subject; readonly answered: boolean },
): Promise<readonly Item[]> {
  if (!parsed.ok) return unsettled(subject, parsed.problem, ports, answered);
  const items: Item[] = [];
  const shared = {
    ...ports,
    net: patient(ports.net, ports.clock),
    heavy: fewStops(ports.heavy),
    workBudget: documentBudget(),
  };
  const { credentials, unread } = parsed.value;
  const withMore = (key: string): readonly Item[] => [
    ...claimedOnce(items),
    ...unsettled({ ...subject, key }, problem('too-many-contained'), ports),
  ];
  for (const [index, credential] of credentials.entries()) {
    const key = index === 0 ? subject.key : `${subject.key}/${index}`;
    if (items.length >= MAX_ITEMS) return withMore(key);
    await inspectCredential({ ...subject, key }, credential, { ports: shared, items });
  }
  // What stands beside them and could not be read is told as well: a file is as good as all that it holds.
  for (const [index, why] of unread.entries()) {
    const key = `${subject.key}/${credentials.length + index}`;
    if (items.length >= MAX_ITEMS) return withMore(key);
    items.push(...unsettled({ ...subject, key, claim: null }, why, ports, answered));
  }
  return claimedOnce(items);
}
