/** The skills of a whole page: each once, by framework, with the credentials that name it and their standing. */
import type { Item } from '../item.ts';
import type { Standing } from '../verify/report.ts';
import { localised } from './localised.ts';
import { checkedRow } from './row.ts';
import type { Voice } from './sentence.ts';
import { skillGroups } from './skills.ts';

export interface SkillSource {
  readonly key: string;
  readonly title: string;
  readonly standing: Standing;
}
export interface SkillRow {
  readonly name: string;
  readonly href: string | null;
  readonly sources: readonly SkillSource[];
}
export interface SkillFramework {
  /** Null for keywords that belong to no framework. */
  readonly framework: string | null;
  readonly skills: readonly SkillRow[];
}

/**
 * Two skills of one framework are the same where their codes and folded names are; without codes, their addresses and
 * names. Anybody may give a code that others use another name, and no credential names a skill that it does not.
 */
const identityOf = (skill: {
  readonly name: string;
  readonly code: string | null;
  readonly href: string | null;
}) => JSON.stringify([skill.code ?? skill.href, skill.name.normalize('NFKC').toLowerCase().trim()]);

/** Frameworks in the order of their first mention, keywords last. The skills that most credentials name come first. */
export function skillMatrix(items: readonly Item[], voice: Voice): readonly SkillFramework[] {
  const frameworks = new Map<
    string | null,
    Map<string, { name: string; href: string | null; sources: SkillSource[] }>
  >();
  for (const whole of items) {
    const item = localised(whole, voice.say);
    const { key, title, verdict } = checkedRow(item, voice);
    for (const { framework, skills } of skillGroups(item.report.credential?.achievements ?? [])) {
      const rows = frameworks.get(framework) ?? new Map();
      frameworks.set(framework, rows);
      for (const skill of skills) {
        const identity = identityOf(skill);
        const row = rows.get(identity) ?? { name: skill.name, href: skill.href, sources: [] };
        rows.set(identity, row);
        if (!row.sources.some((source: SkillSource) => source.key === key))
          row.sources.push({ key, title, standing: verdict.standing });
      }
    }
  }
  return [...frameworks]
    .toSorted(([one], [other]) => Number(one === null) - Number(other === null))
    .map(([framework, rows]) => ({
      framework,
      skills: [...rows.values()].toSorted((one, other) => other.sources.length - one.sources.length),
    }));
}
