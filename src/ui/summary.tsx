import type { SummaryView } from '../present/summary.ts';
import type { Standing } from '../verify/report.ts';
import { StandingGlyph } from './glyph.tsx';
import { useSay } from './voice.ts';

export type Filter = Standing | null;

interface SummaryProps {
  readonly summary: SummaryView;
  /** Whether everything is checked; until then progress stands where the bar will be. */
  readonly settled: boolean;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

/** The page at a glance: one sentence for the ear, a bar and counts for the eye. A count, pressed, shows only its own. */
export function Summary({ summary, settled, filter, onFilter }: SummaryProps) {
  const say = useSay();
  const settledParts = summary.parts.flatMap(({ standing, ...part }) =>
    standing === 'checking' ? [] : [{ ...part, standing }],
  );
  return (
    <section class="summary" aria-label={say('ui_summary_label')}>
      <p class="visually-hidden" data-summary="">
        {summary.sentence}
      </p>
      <p class="summary-head" aria-hidden="true">
        {summary.head}
      </p>
      {settled ? (
        <div class="summary-bar" aria-hidden="true">
          {settledParts.map(({ standing, count }) => (
            <span key={standing} data-standing={standing} style={{ flexGrow: count }} />
          ))}
        </div>
      ) : (
        <label class="progress-line">
          <progress class="progress" data-progress="" value={summary.checked} max={summary.total} />
          {say('ui_progress', { done: summary.checked, total: summary.total })}
        </label>
      )}
      <ul class="plain summary-parts">
        {settledParts.map(({ standing, words }) => (
          <li key={standing}>
            <button
              type="button"
              class="summary-part"
              data-standing={standing}
              aria-pressed={filter === standing}
              onClick={() => onFilter(filter === standing ? null : standing)}
            >
              <StandingGlyph standing={standing} size={14} />
              {words}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
