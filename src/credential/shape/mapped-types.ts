import { asArray } from '../../json.ts';
import { unmappedTypes } from '../../json-ld/context/type-names.ts';
import { type Problem, problem } from '../../problem.ts';
import type { Credential } from '../model.ts';
import { recognise } from '../recognise.ts';
import { contextList, readVersion } from './context-shape.ts';

/**
 * VCDM 2.0 §4.5: a type is a URL, or a term that the contexts of the document map to one. This is checked only for
 * documents that nobody signed. The types of a signed graph are always URLs, and the private names of a token were at
 * least signed.
 *
 * Problems: `type-unknown` for each type that is neither; `part-missing`.
 */
export async function typeProblems(credential: Credential): Promise<readonly Problem[]> {
  if (!isAsked(credential)) return [];
  const { document } = credential.source;
  const names = asArray(document.type);
  const unmapped = await unmappedTypes(
    contextList(document),
    names.filter((name) => typeof name === 'string'),
  );
  if (!unmapped.ok) return [unmapped.problem];
  return names.flatMap((name, index) => {
    if (typeof name !== 'string' || !unmapped.value.includes(name)) return [];
    const at = Array.isArray(document.type) ? `/type/${index}` : '/type';
    return [problem('type-unknown', { at, params: { type: name } })];
  });
}

const FORMATS: ReadonlySet<string> = new Set(['ob3', 'clr2', 'vc']);

function isAsked({ format, source: { securing, document } }: Credential): boolean {
  if (!FORMATS.has(format)) return false;
  const version = readVersion(document);
  if (recognise(document) === 'vp') return version === '2.0' && document.proof === undefined;
  const isSecond = version === '2.0' || (version === null && document.issuanceDate === undefined);
  return isSecond && (securing === 'none' || securing === 'hosted');
}
