import { inspectCandidate } from '../inspect.ts';
import type { Item } from '../item.ts';
import { type Problem, type ProblemCode, problem } from '../problem.ts';
import { IMAGE_ACCEPT } from '../provider/accept.ts';
import { askedCandidates } from '../recognise/asked.ts';
import type { Candidate } from '../recognise/candidate.ts';
import { type Result, succeed } from '../result.ts';
import { judge } from '../verify/judge.ts';
import type { VerifyPorts } from '../verify/ports.ts';
import { unresolvedReport } from '../verify/unresolved.ts';

/** The text of the QR code in an image, or null. Problem: `work-stopped`. */
export type ReadCode = (image: Uint8Array) => Promise<Result<string | null>>;

/** The reader may select anything. If it is no credential, say so; do not report a failure. */
const NO_FAULT: ReadonlyMap<string, ProblemCode> = new Map<ProblemCode, ProblemCode>([
  ['no-credential-found', 'nothing-to-check'],
  ['empty-document', 'nothing-to-check'],
  ['text-not-unicode', 'unknown-format'],
]);

/** Problem codes of bytes that hold no record. Some of these bytes are pictures of a kind that cannot carry one. */
const MAYBE_PICTURE: ReadonlySet<string> = new Set<ProblemCode>([
  'image-not-baked',
  'text-not-unicode',
  'unknown-format',
]);

/**
 * Settles what the reader pointed at, which is searched further than what a page shows. An image without a baked badge
 * is searched for a QR code. The code's text is read like selected text.
 */
export const inspectAsked =
  (readCode: ReadCode) =>
  async (candidate: Candidate, ports: VerifyPorts): Promise<readonly Item[]> => {
    const items = await inspectCandidate(candidate, ports);
    const { asked } = candidate;
    const [only] = items;
    if (!asked || !only || items.length > 1 || only.report.credential !== null) return items;
    if (MAYBE_PICTURE.has(only.verdict.reason ?? '') && (asked.kind === 'image' || asked.kind === 'file')) {
      const coded = await inspectCode(candidate, only, { ports, readCode });
      if (coded) return coded;
    }
    const code = NO_FAULT.get(only.verdict.reason ?? '');
    return code === undefined ? items : [because(problem(code), only)];
  };

/** The same row with another reason why nothing was found. */
function because(why: Problem, item: Item): Item {
  const report = { ...unresolvedReport(why, item.report.at), contacted: item.report.contacted };
  return { ...item, report, verdict: judge(report) };
}

interface Looking {
  readonly ports: VerifyPorts;
  readonly readCode: ReadCode;
}

/** The credentials that the image's QR code leads to, as rows of the image; null where it has none. */
async function inspectCode(
  image: Candidate,
  item: Item,
  { ports, readCode }: Looking,
): Promise<readonly Item[] | null> {
  const content = image.document?.content ?? (await fetched(image, ports));
  const code = content instanceof Uint8Array ? await readCode(content) : succeed(null);
  if (!code.ok) return [because(code.problem, item)];
  if (code.value === null) return null;
  const found = askedCandidates({ kind: 'text', text: code.value });
  const items = await Promise.all(
    found.map((each, index) =>
      // Their keys begin with the image's key, because they are its rows.
      inspectCandidate({ ...each, key: `${image.key}/${index}`, ...own(image) }, ports),
    ),
  );
  const { contacted } = item.report;
  return items.flat().map((each) => ({
    ...each,
    report: { ...each.report, contacted: [...contacted, ...each.report.contacted] },
  }));
}

const own = ({ claim, places, asked }: Candidate) => ({ claim, places, ...(asked && { asked }) });

/** Comes from the visit's memory: the image has just been fetched. */
async function fetched({ link }: Candidate, { net }: VerifyPorts): Promise<Uint8Array | null> {
  const answer = link === null ? null : await net.get({ url: link, accept: IMAGE_ACCEPT });
  return answer?.ok ? answer.value.bytes : null;
}
