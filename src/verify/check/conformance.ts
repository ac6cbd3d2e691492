import { awardsNothing } from '../../credential/awards-nothing.ts';
import { isHostedReference } from '../../credential/hosted-reference.ts';
import type { Credential } from '../../credential/model.ts';
import { typeProblems } from '../../credential/shape/mapped-types.ts';
import { type Json, type JsonObject, memberAt } from '../../json.ts';
import { part } from '../../part.ts';
import { natureOf, type Problem, type ProblemCode, problem } from '../../problem.ts';
import { fail } from '../../result.ts';
import type { Check } from '../check.ts';
import type { CheckContext, CheckResult } from '../check-context.ts';
import { CAUTION_AT_MOST } from '../policy.ts';
import type { VerifyPorts } from '../ports.ts';
import type { Undisclosed } from '../proof/disclosure.ts';
import { type CheckState, holds, notRun, type Outcome } from '../report.ts';
import { checkNamedSchema } from '../schema/named-schema.ts';
import { checkRelatedDigests, withRelated } from './related-digests.ts';

const extensionsPart = part(() => import('../schema/extensions.ts'));

/** The most schemas that are checked. Each may be a request to another host, and the next one waits for it. */
const MAX_SCHEMAS = 8;

interface Given {
  /** Set where its holder shows only a part of it. */
  readonly undisclosed?: Undisclosed | undefined;
  /** Whether it stands as an award: not within another record, as an endorsement of it. */
  readonly asAward?: boolean;
}

/**
 * Does the credential meet the requirements of its format? (OB 3.0 §8.3 step 1, VCDM 2.0 §4 and 1.1 §4, OB 2.0 §4, CLR
 * 2.0 §B)
 *
 * In: the record to judge. Out: all problems, weightiest first.
 * - `failed` for a missing or malformed required member, and for a violated schema that the credential names.
 * - `inconclusive` where such a schema cannot be fetched or applied (`schema-unavailable`, `schema-unsupported`,
 *   `work-stopped`, `part-missing`).
 * - `warned` for what is odd but not forbidden, and for what stands as an award and is none (`nothing-awarded`).
 * - `statements-hidden` (warned) for a missing member of a credential that its holder shows in part: the issuer may
 *   have signed it.
 * - `not-run` for a record of which only the address is known. The record at that address is checked instead.
 */
export async function checkConformance(
  credential: Credential,
  ports: Pick<VerifyPorts, 'net' | 'heavy'>,
  { undisclosed, asAward = false }: Given = {},
): Promise<Outcome> {
  if (isHostedReference(credential)) return notRun('proof');
  const named: (Problem | null)[] = [];
  for (const index of [...credential.schemas.keys()].slice(0, MAX_SCHEMAS))
    named.push(await checkNamedSchema(credential, index, ports));
  if (credential.schemas.length > MAX_SCHEMAS)
    named.push(problem('schema-unsupported', { at: `/credentialSchema/${MAX_SCHEMAS}` }));
  const problems = [
    ...credential.defects,
    ...(asAward && awardsNothing(credential.source.document)
      ? [problem('nothing-awarded', { at: '/type' })]
      : []),
    ...(await typeProblems(credential)),
    ...(isBeforeOb3(credential)
      ? await extensionProblems(credential.assembled ?? credential.source.document)
      : []),
    ...named.filter((each) => each !== null),
  ];
  return weigh(
    undisclosed ? problems.map((each) => asHidden(each, credential.source.document, undisclosed)) : problems,
  );
}

/** Resources that only the record names are requested only after a good proof, and not for an endorsement. */
async function run({ record, outcomes, ports, depth, undisclosed }: CheckContext): Promise<CheckResult> {
  const proved = holds(outcomes.proof);
  const outcome = await checkConformance(record, proved ? ports : { ...ports, net: NOBODY_ASKED }, {
    undisclosed,
    asAward: depth === 0,
  });
  if (depth > 0 || !proved) return { outcome };
  return { outcome: withRelated(outcome, await checkRelatedDigests(record, ports.net)) };
}

const NOBODY_ASKED: VerifyPorts['net'] = { get: async () => fail('schema-unavailable') };

export const conformance = {
  id: 'conformance',
  blockedBy: ({ unread }) => (unread ? 'proof' : null),
  run,
  policy: {
    ...CAUTION_AT_MOST,
    failed: 'failed',
    // The credential may violate a schema that could not be applied. A good status would claim that it met all of them.
    inconclusive: {
      byCode: {
        'schema-unsupported': 'not-checked',
        'work-stopped': 'not-checked',
        'part-missing': 'not-checked',
        // A document that is larger than any that this version takes was not read.
        'json-too-deep': 'not-checked',
        'json-too-many-entries': 'not-checked',
        'json-too-large': 'not-checked',
        'inflated-too-large': 'not-checked',
      },
    },
  },
  rank: 10,
} as const satisfies Check;

/** Most badges have no extensions. */
async function extensionProblems(document: JsonObject): Promise<readonly Problem[]> {
  if (!JSON.stringify(document).includes('"Extension"')) return [];
  const extensions = await extensionsPart();
  return extensions.ok ? extensions.value.extensionProblems(document) : [extensions.problem];
}

/**
 * What may only be kept back. A schema, too, may only report something missing: which keyword reports it depends on how
 * the schema is written. Of a list, the holder may show no entry, or not the type that is asked for (RFC 9901 §4.2.4.2).
 */
const ABSENCES: ReadonlySet<string> = new Set<ProblemCode>([
  'member-missing',
  'schema-violated',
  'type-unknown',
]);

function asHidden(trouble: Problem, document: JsonObject, { places }: Undisclosed): Problem {
  const { code, at = '' } = trouble;
  const isAbsence = ABSENCES.has(code) || (code === 'member-malformed' && isEmptyAt(document, at));
  return isAbsence && mayBeIn(places, document, at) ? problem('statements-hidden', { at }) : trouble;
}

/**
 * Whether something undisclosed may belong at this place: in the member that holds it, or, where that is not shown, at
 * the top. A problem without a place may be about any.
 */
function mayBeIn(places: Undisclosed['places'], document: JsonObject, at: string): boolean {
  const [, name = ''] = at.split('/');
  if (places === undefined || name === '') return true;
  const around = memberAt(document, name) === undefined ? [null, 'vc'] : [name, `vc/${name}`];
  return around.some((place) => places.has(place));
}

/** Whether nothing is shown of the list or the object at this place. */
function isEmptyAt(document: JsonObject, at: string): boolean {
  let value: Json | undefined = document;
  for (const name of at.split('/').slice(1))
    value = typeof value === 'object' && value !== null ? memberAt(value, name) : undefined;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

const isBeforeOb3 = ({ format }: Credential): boolean => format === 'ob1' || format === 'ob2';

const OPEN: ReadonlySet<string> = new Set<ProblemCode>([
  'schema-unavailable',
  'schema-unsupported',
  'work-stopped',
  'part-missing',
]);

/** What a problem means here: something could not be applied or read, is odd, or is malformed. */
function stateFor(problem: Problem): 'failed' | 'inconclusive' | 'warned' {
  if (OPEN.has(problem.code)) return 'inconclusive';
  const nature = natureOf(problem);
  if (nature === 'limit') return 'inconclusive';
  return nature === 'note' ? 'warned' : 'failed';
}

const WEIGHT = ['failed', 'inconclusive', 'warned'] as const satisfies readonly CheckState[];

function weigh(problems: readonly Problem[]): Outcome {
  // One fault may break a rule of the format and the same rule of its data model.
  const distinct = [
    ...new Map(
      problems.map((each) => [`${each.code} ${each.at} ${JSON.stringify(each.params)}`, each]),
    ).values(),
  ];
  const sorted = WEIGHT.flatMap((state) => distinct.filter((each) => stateFor(each) === state));
  const [first, ...others] = sorted;
  if (first === undefined) return { state: 'passed' };
  return { state: stateFor(first), problem: first, ...(others.length > 0 && { others }) };
}
