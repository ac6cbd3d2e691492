import { groupOf } from '../present/groups.ts';
import type { TimeBar, Timeline } from '../present/timeline.ts';
import { AsTable } from './as-table.tsx';
import { useSay } from './voice.ts';

const WIDTH = 340;
const LINE = 30;
const HEAD = 16;
const YEAR_WIDTH = 26;
const TITLE_WIDTH = 150;

/** Where things stand in the picture, whose time runs as the reader's language does. */
interface Scale {
  readonly x: (at: number) => number;
  /** Where words begin that need this much room. */
  readonly words: (at: number, room: number) => number;
  readonly end: number;
}

/**
 * When each credential begins and ends, on one scale with today marked. It runs as the reader's language does. The table
 * below says the same.
 */
export function TimePicture({ times }: { readonly times: Timeline }) {
  const say = useSay();
  const { bars, start, end, now, years } = times;
  const span = Math.max(1, end - start);
  const isRightToLeft = say('language_direction') === 'rtl';
  const along = (at: number): number => ((at - start) / span) * WIDTH;
  const scale: Scale = {
    x: (at) => (isRightToLeft ? WIDTH - along(at) : along(at)),
    words: (at, room) => {
      const from = Math.min(along(at), WIDTH - room);
      return isRightToLeft ? WIDTH - from : from;
    },
    end,
  };
  const { x } = scale;
  const height = HEAD + bars.length * LINE;
  return (
    <>
      <svg
        class="times"
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        text-anchor={isRightToLeft ? 'end' : 'start'}
        aria-label={say('panel_times_picture', { count: bars.length })}
      >
        {years.map(({ at, year }) => (
          <g key={year} class="year">
            <line x1={x(at)} x2={x(at)} y1={HEAD - 4} y2={height} />
            {along(at) < WIDTH - YEAR_WIDTH && (
              <text x={scale.words(at, YEAR_WIDTH)} dx={isRightToLeft ? -2 : 2} y="10">
                {year}
              </text>
            )}
          </g>
        ))}
        <line class="today" x1={x(now)} x2={x(now)} y1={0} y2={height} />
        {bars.map((bar, index) => (
          <Bar key={bar.key} bar={bar} y={HEAD + index * LINE} scale={scale} />
        ))}
      </svg>
      <AsTable
        columns={[say('panel_credential'), say('ui_issued'), say('ui_valid_until')]}
        rows={bars.map((bar) => ({
          key: bar.key,
          head: <BarName bar={bar} />,
          cells: [bar.fromWords, bar.untilWords],
        }))}
      />
    </>
  );
}

function BarName({ bar }: { readonly bar: TimeBar }) {
  const say = useSay();
  const notes = bar.within === null ? bar.towards : [...bar.towards, say('ui_within', { name: bar.within })];
  return (
    <>
      <bdi>{bar.title}</bdi>
      {notes.map((words) => (
        <p key={words} class="note">
          {words}
        </p>
      ))}
    </>
  );
}

interface BarProps {
  readonly bar: TimeBar;
  readonly y: number;
  readonly scale: Scale;
}

/** A record without an end date has a bar with an open end. */
function Bar({ bar, y, scale: { x, words, end } }: BarProps) {
  const from = x(bar.from);
  const until = x(bar.until ?? end);
  return (
    <g class="bar" data-group={groupOf({ verdict: { standing: bar.standing, code: null } })}>
      <title>{[`${bar.title}: ${bar.fromWords} – ${bar.untilWords}`, ...bar.towards].join('\n')}</title>
      <text x={words(bar.from, TITLE_WIDTH)} y={y + 11}>
        {bar.title.length > 40 ? `${bar.title.slice(0, 39)}…` : bar.title}
      </text>
      <rect
        x={Math.min(from, until)}
        y={y + 15}
        width={Math.max(3, Math.abs(until - from))}
        height="6"
        rx="3"
        class={bar.until === null ? 'open-end' : undefined}
      />
    </g>
  );
}
