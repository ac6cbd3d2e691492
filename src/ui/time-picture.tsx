import { groupOf } from '../present/groups.ts';
import type { TimeBar, Timeline } from '../present/timeline.ts';
import { AsTable } from './as-table.tsx';
import { useSay } from './voice.ts';

const WIDTH = 340;
const LINE = 30;
const HEAD = 16;

/** When each credential begins and ends, on one scale with today marked. The table below says the same. */
export function TimePicture({ times }: { readonly times: Timeline }) {
  const say = useSay();
  const { bars, start, end, now, years } = times;
  const span = Math.max(1, end - start);
  const x = (at: number): number => ((at - start) / span) * WIDTH;
  const height = HEAD + bars.length * LINE;
  return (
    <>
      <svg
        class="times"
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={say('panel_times_picture', { count: bars.length })}
      >
        {years.map(({ at, year }) => (
          <g key={year} class="year">
            <line x1={x(at)} x2={x(at)} y1={HEAD - 4} y2={height} />
            {x(at) < WIDTH - 26 && (
              <text x={x(at) + 2} y="10">
                {year}
              </text>
            )}
          </g>
        ))}
        <line class="today" x1={x(now)} x2={x(now)} y1={0} y2={height} />
        {bars.map((bar, index) => (
          <Bar key={bar.key} bar={bar} y={HEAD + index * LINE} x={x} end={end} />
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
  readonly x: (at: number) => number;
  readonly end: number;
}

/** A record without an end date has a bar with an open end. */
function Bar({ bar, y, x, end }: BarProps) {
  const from = x(bar.from);
  const until = x(bar.until ?? end);
  return (
    <g class="bar" data-group={groupOf({ verdict: { standing: bar.standing, code: null } })}>
      <title>{[`${bar.title}: ${bar.fromWords} – ${bar.untilWords}`, ...bar.towards].join('\n')}</title>
      <text x={Math.min(from, WIDTH - 150)} y={y + 11}>
        {bar.title.length > 40 ? `${bar.title.slice(0, 39)}…` : bar.title}
      </text>
      <rect
        x={from}
        y={y + 15}
        width={Math.max(3, until - from)}
        height="6"
        rx="3"
        class={bar.until === null ? 'open-end' : undefined}
      />
    </g>
  );
}
