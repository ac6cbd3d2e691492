import { groupOf } from '../present/groups.ts';
import { keyOf } from '../present/sentence.ts';
import type { SkillFramework, SkillRow, SkillSource } from '../present/skill-matrix.ts';
import { AsTable } from './as-table.tsx';
import { GroupGlyph } from './glyph.tsx';
import { PictureWords } from './picture-words.tsx';
import { useSay } from './voice.ts';

const LINE = 22;
const DOT = 18;
const LABEL = 208;
const LABEL_GAP = 6;
const SHOWN_DOTS = 7;
const SHOWN_SKILLS = 12;
const WIDTH = LABEL + SHOWN_DOTS * DOT;

/**
 * The skills that credentials name, and how many name each. Each credential has the shape of its standing. The table
 * below says the same.
 */
export function SkillPicture({ frameworks }: { readonly frameworks: readonly SkillFramework[] }) {
  const say = useSay();
  const isRightToLeft = say('language_direction') === 'rtl';
  return (
    <>
      {frameworks.map(({ framework, skills }) => (
        <figure key={framework} class="skills-figure">
          <figcaption>{framework === null ? say('ui_skills_tags') : <bdi>{framework}</bdi>}</figcaption>
          <svg
            viewBox={`0 0 ${WIDTH} ${Math.min(skills.length, SHOWN_SKILLS) * LINE}`}
            role="img"
            aria-label={say('panel_skills_picture', { count: skills.length })}
          >
            {skills.slice(0, SHOWN_SKILLS).map((skill, line) => (
              <SkillLine key={skill.name} skill={skill} y={line * LINE} isRightToLeft={isRightToLeft} />
            ))}
          </svg>
        </figure>
      ))}
      <AsTable
        columns={[say('ui_skills'), say('panel_named_by')]}
        rows={frameworks.flatMap(({ skills }) =>
          skills.map(({ name, sources }) => ({
            key: name,
            head: <bdi>{name}</bdi>,
            cells: [sources.map((source) => <SourceLine key={source.key} source={source} />)],
          })),
        )}
      />
    </>
  );
}

interface SkillLineProps {
  readonly skill: SkillRow;
  readonly y: number;
  readonly isRightToLeft: boolean;
}

function SkillLine({ skill, y, isRightToLeft }: SkillLineProps) {
  return (
    <g transform={`translate(0 ${y})`}>
      <PictureWords
        words={skill.name}
        x={isRightToLeft ? WIDTH - LABEL + LABEL_GAP : 0}
        y={3}
        width={LABEL - LABEL_GAP}
      />
      {skill.sources.slice(0, SHOWN_DOTS).map((source, index) => (
        <g
          key={source.key}
          class="dot"
          data-group={groupOfSource(source)}
          transform={`translate(${isRightToLeft ? WIDTH - LABEL - (index + 1) * DOT : LABEL + index * DOT} 4)`}
        >
          <title>{source.title}</title>
          <GroupGlyph group={groupOfSource(source)} size={14} />
        </g>
      ))}
    </g>
  );
}

function SourceLine({ source }: { readonly source: SkillSource }) {
  const say = useSay();
  return (
    <p>
      <bdi>{source.title}</bdi> ({say(keyOf.standing(source.standing))})
    </p>
  );
}

const groupOfSource = ({ standing }: SkillSource) => groupOf({ verdict: { standing, code: null } });
