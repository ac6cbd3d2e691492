/** Links that hide where they lead. They are followed only when the reader asks about one. */
import { problemOfStatus, readTextAnswer } from '../net/answer.ts';
import { askByHttps, byHttps } from '../net/by-https.ts';
import type { Net, NetAnswer } from '../ports.ts';
import type { Problem } from '../problem.ts';
import { PAGE_ACCEPT } from '../provider/accept.ts';
import { linkCandidate } from '../recognise/asked.ts';
import type { Candidate } from '../recognise/candidate.ts';
import { recogniseLink } from '../recognise/recognise.ts';
import { fail, failWith, type Result, succeed } from '../result.ts';
import { ofPage } from './ask.ts';
import { readPageElements, select } from './page-element.ts';

/**
 * Where a short link leads, recognised like any link whatever the page there answers. Only an unknown address has to
 * exist. It is followed once: a second short link does not lead on.
 *
 * Problems: `permission-needed` for the link and its known target (`to`), both at once · `short-link-unseen` where it
 * leads to a site that gives no answer and may only lack the reader's permission · `short-link-leads-nowhere` · what
 * `net` and the answer's status say.
 */
export async function targetOf(short: string, to: string | undefined, net: Net): Promise<Result<Candidate>> {
  const missing = await missingGrants([...(to === undefined ? [] : [`${to}/`]), short], net);
  if (missing) return failWith(missing);
  const answer = await askByHttps(net, { url: short, accept: PAGE_ACCEPT });
  if (!answer.ok) return failWith(to === undefined ? unseen(answer.problem) : answer.problem);
  const finalUrl = shownBy(answer.value) ?? answer.value.finalUrl;
  const known = recogniseLink(finalUrl);
  const trouble = known && known.kind !== 'short' ? null : problemOfStatus(answer.value);
  if (trouble) return failWith(ofPage(trouble));
  const target = linkCandidate(finalUrl);
  return finalUrl === short || target.kind === 'short' ? fail('short-link-leads-nowhere') : succeed(target);
}

/**
 * LinkedIn's short links lead people outside only by a click on a page of its own, which warns them. Public code reads
 * the target out of that page this way.
 */
function shownBy(answer: NetAnswer): string | null {
  if ([answer.url, answer.finalUrl].some((each) => new URL(each).hostname !== 'lnkd.in')) return null;
  const text = readTextAnswer(answer);
  const [link] = text.ok
    ? select(readPageElements(text.value), 'a[data-tracking-control-name="external_url_click"]')
    : [];
  const target = link?.attributes.get('href') ?? '';
  return /^https?:/i.test(target) && URL.canParse(target) ? target : null;
}

/** One problem for all of them, each the cause of the one before. So one click asks for all. */
async function missingGrants(addresses: readonly string[], net: Net): Promise<Problem | null> {
  let missing: Problem | null = null;
  for (const address of addresses) {
    // Only https is ever asked, so the grant for that is missing.
    const refused = await net.refusal?.(byHttps(address));
    if (refused?.code === 'permission-needed') missing = missing ? { ...refused, cause: missing } : refused;
  }
  return missing;
}

/** A redirect to a site without a grant looks to a program in the browser like a broken network. */
const unseen = (problem: Problem): Problem =>
  problem.code === 'network-failed' ? { ...problem, code: 'short-link-unseen' } : problem;
