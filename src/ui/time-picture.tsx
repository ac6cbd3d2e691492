import { groupOf } from '../present/groups.ts';
import type { TimeBar, Timeline } from '../present/timeline.ts';
import { AsTable } from './as-table.tsx';
import { PictureWords } from './picture-words.tsx';
import { useSay } from './voice.ts';

const WIDTH = 340;
const LINE = 30;
const HEAD = 16;
const FOOT = 14;
/** Room for the number of a year, in the larger letters of a narrow panel too. */
const YEAR_WIDTH = 34;

/** Where things stand in the picture, whose time runs as the reader's language does. */
interface Scale {
  readonly x: (at: number) => number;
  /** The same, counted from where the reader's language begins. */
  readonly along: (at: number) => number;
  readonly isRightToLeft: boolean;
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
  const x = (at: number): number => (isRightToLeft ? WIDTH - along(at) : along(at));
  const scale: Scale = { x, along, isRightToLeft, end };
  const height = HEAD + bars.length * LINE;
  const isLate = along(now) > WIDTH / 2;
  return (
    <>
      <svg
        class="times"
        viewBox={`0 0 ${WIDTH} ${height + FOOT}`}
        role="img"
        text-anchor={isRightToLeft ? 'end' : 'start'}
        aria-label={say('panel_times_picture', { count: bars.length })}
      >
        {withRoom(years, WIDTH / (span / YEAR_MS)).map(({ at, year }) => (
          <g key={year} class="year">
            <line x1={x(at)} x2={x(at)} y1={HEAD - 4} y2={height} />
            {along(at) < WIDTH - YEAR_WIDTH && (
              <text x={x(at)} dx={isRightToLeft ? -2 : 2} y="10">
                {year}
              </text>
            )}
          </g>
        ))}
        <g class="today">
          <line x1={x(now)} x2={x(now)} y1={0} y2={height + FOOT} />
          <text
            x={x(now)}
            dx={isLate === isRightToLeft ? 3 : -3}
            y={height + FOOT - 3}
            text-anchor={isLate === isRightToLeft ? 'start' : 'end'}
          >
            {say('panel_today')}
          </text>
        </g>
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

const YEAR_MS = 365.25 * 86_400_000;
const STEPS = [1, 2, 5, 10, 20];

/** The years, or so many of them, evenly, that each has room for its number. */
function withRoom(years: Timeline['years'], yearWidth: number): Timeline['years'] {
  const step = STEPS.find((each) => each * yearWidth >= YEAR_WIDTH) ?? 50;
  return years.filter(({ year }) => year % step === 0);
}

function BarName({ bar }: { readonly bar: TimeBar }) {
  const notes = bar.within === null ? bar.towards : [...bar.towards, bar.within];
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
function Bar({ bar, y, scale: { x, along, isRightToLeft, end } }: BarProps) {
  const say = useSay();
  const period = `${bar.fromWords} – ${bar.untilWords}`;
  const from = x(bar.from);
  const until = x(bar.until ?? end);
  // What begins in the later half has more room before it than after it.
  const isLate = along(bar.from) > WIDTH / 2;
  const title = isLate
    ? { x: 0, width: WIDTH, atEnd: true }
    : { x: isRightToLeft ? 0 : from, width: WIDTH - along(bar.from) };
  return (
    <g class="bar" data-group={groupOf({ verdict: { standing: bar.standing, code: null } })}>
      <title>{[say('ui_labelled', { label: bar.title, value: period }), ...bar.towards].join('\n')}</title>
      <PictureWords words={bar.title} y={y} {...title} />
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
