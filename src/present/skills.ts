import type { Achievement, Alignment } from '../credential/model.ts';
import { hostOf, safeLink } from './address.ts';

export interface SkillGroup {
  /** The framework's name, or the host of its definitions; null for keywords that belong to no framework. */
  readonly framework: string | null;
  readonly skills: readonly SkillView[];
}
interface SkillView {
  readonly name: string;
  readonly code: string | null;
  readonly description: string | null;
  readonly href: string | null;
  readonly host: string | null;
}

/** The skills of all achievements by framework, each once; keywords (tags) come last. */
export function skillGroups(achievements: readonly Achievement[]): readonly SkillGroup[] {
  const groups = new Map<string, Map<string, SkillView>>();
  const add = (framework: string, skill: SkillView): void => {
    const group = groups.get(framework) ?? new Map<string, SkillView>();
    groups.set(framework, group);
    const key = JSON.stringify([skill.name, skill.href]);
    if (!group.has(key)) group.set(key, skill);
  };
  for (const { alignments } of achievements) {
    for (const alignment of alignments) add(frameworkOf(alignment), skillView(alignment));
  }
  const named = new Set([...groups.values()].flatMap((group) => [...group.values()]).map(({ name }) => name));
  for (const tag of achievements.flatMap(({ tags }) => tags)) {
    if (!named.has(tag)) add('', { name: tag, code: null, description: null, href: null, host: null });
  }
  return [...groups]
    .toSorted(([one], [other]) => Number(one === '') - Number(other === ''))
    .map(([framework, skills]) => ({
      framework: framework === '' ? null : framework,
      skills: [...skills.values()],
    }));
}

const frameworkOf = ({ framework, url }: Alignment): string => framework ?? hostOf(url) ?? '';

function skillView({ name, code, description, url }: Alignment): SkillView {
  const href = safeLink(url);
  return { name, code, description, href, host: hostOf(href) };
}
