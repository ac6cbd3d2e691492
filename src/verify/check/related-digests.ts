import type { Credential } from '../../credential/model.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json.ts';
import { toPointer } from '../../json-ld/context/references.ts';
import type { Net } from '../../ports.ts';
import type { Problem } from '../../problem.ts';
import type { Outcome } from '../report.ts';
import { compareDigests, type Related, told } from './compare-digests.ts';

export interface RelatedFindings {
  /** `digest-mismatch` for each resource that has changed. */
  readonly problems: readonly Problem[];
  /** Each resource: `matches`, `differs`, or why it could not be compared. */
  readonly facts: readonly JsonObject[];
}

const MAX_RESOURCES = 8;
const MAX_RESOURCES_TOLD = 50;
const MAX_DEPTH = 12;

/**
 * Are the resources that a credential names with a digest unchanged since it was signed (VCDM 2.0 §5.3)? Images,
 * evidence and related resources count, at any place. They are requested only after a good proof, because anybody can
 * write addresses into an unproved record. Bundled contexts are compared with the bundle and never fetched.
 * Codes: `digest-mismatch`. A resource that cannot be fetched, or whose digest is of another kind, is only listed in
 * the facts.
 */
export async function checkRelatedDigests(credential: Credential, net: Net): Promise<RelatedFindings> {
  const related = relatedIn(credential.source.document);
  const compared = await Promise.all(
    related.slice(0, MAX_RESOURCES).map((each) => compareDigests(each, net)),
  );
  const beyond = related.slice(MAX_RESOURCES, MAX_RESOURCES_TOLD).map((each) => told(each, 'not-compared'));
  return {
    problems: compared.flatMap(({ trouble }) => trouble ?? []),
    facts: [...compared.map(({ fact }) => fact), ...beyond],
  };
}

/** The outcome of conformance, with the findings about digests. A mismatch is a warning, unless something is worse. */
export function withRelated(outcome: Outcome, { problems, facts }: RelatedFindings): Outcome {
  if (facts.length === 0) return outcome;
  const told: Outcome = { ...outcome, facts: { ...outcome.facts, related: facts } };
  const [first, ...rest] = problems;
  if (first === undefined) return told;
  if (told.problem) return { ...told, others: [...(told.others ?? []), ...problems] };
  return { ...told, state: 'warned', problem: first, ...(rest.length > 0 && { others: rest }) };
}

/** Members with their own securing and their own digests. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  '@context',
  'proof',
  'verifiableCredential',
  'endorsement',
  'endorsementJwt',
]);

function relatedIn(document: JsonObject): readonly Related[] {
  const found = new Map<string, Related>();
  const path: (string | number)[] = [];
  const visitMember = (name: string | number, member: Json | undefined): void => {
    if (typeof member !== 'object' || member === null || path.length >= MAX_DEPTH) return;
    path.push(name);
    if (Array.isArray(member)) for (const [index, entry] of member.entries()) visitMember(index, entry);
    else if (isJsonObject(member)) visit(member);
    path.pop();
  };
  const visit = (value: JsonObject): void => {
    const { id, digestSRI, digestMultibase } = value;
    if (typeof id === 'string' && (digestSRI !== undefined || digestMultibase !== undefined)) {
      const at = toPointer(path);
      found.set(at, { id, at, given: { digestSRI, digestMultibase } });
    }
    for (const name in value) {
      const member = value[name];
      if (typeof member === 'object' && !ELSEWHERE.has(name)) visitMember(name, member);
    }
  };
  visit(document);
  return [...found.values()];
}
