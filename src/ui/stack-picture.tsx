import { groupOf } from '../present/groups.ts';
import { keyOf } from '../present/sentence.ts';
import type { StackPart, StackView } from '../present/stacks.ts';
import { AsTable } from './as-table.tsx';
import { useSay } from './voice.ts';

const WIDTH = 340;
const HEIGHT = 14;
const GAP = 3;

/** How far each larger award has come, with a piece for each part. The table below says the same. */
export function StackPicture({ stacks }: { readonly stacks: readonly StackView[] }) {
  const say = useSay();
  return (
    <>
      {stacks.map((stack) => (
        <figure key={stack.id} data-stack="">
          <figcaption>{stack.words}</figcaption>
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={stack.words}>
            {stack.parts.map((part, index) => (
              <Piece key={part.title} part={part} index={index} count={stack.parts.length} />
            ))}
          </svg>
        </figure>
      ))}
      <AsTable
        columns={[say('stack_whole'), say('stack_part'), say('checked_status')]}
        rows={stacks.flatMap(({ id, title, parts }) =>
          parts.map((part) => ({
            key: `${id} ${part.title}`,
            head: <bdi>{title}</bdi>,
            cells: [
              <bdi>{part.title}</bdi>,
              part.standing === null ? say('stack_missing') : say(keyOf.standing(part.standing)),
            ],
          })),
        )}
      />
    </>
  );
}

interface PieceProps {
  readonly part: StackPart;
  readonly index: number;
  readonly count: number;
}

/** A part without a credential on the page is an empty frame. */
function Piece({ part, index, count }: PieceProps) {
  const width = (WIDTH - GAP * (count - 1)) / count;
  const group =
    part.standing === null ? undefined : groupOf({ verdict: { standing: part.standing, code: null } });
  return (
    <g class="piece" data-group={group} data-missing={group === undefined ? '' : undefined}>
      <title>{part.title}</title>
      <rect x={index * (width + GAP)} y="1" width={Math.max(1, width)} height={HEIGHT - 2} rx="3" />
    </g>
  );
}
