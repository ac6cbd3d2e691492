import type { SummaryView } from '../present/summary.ts';
import type { Standing } from '../verify/report.ts';
import { StandingGlyph } from './glyph.tsx';
import { useSay } from './voice.ts';

export type Filter = Standing | 'checking' | null;

interface SummaryProps {
  readonly summary: SummaryView;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

/** The page at a glance: one sentence for the ear, a bar and counts for the eye. A count, pressed, shows only its own. */
export function Summary({ summary, filter, onFilter }: SummaryProps) {
  const say = useSay();
  return (
    <section class="summary" aria-label={say('ui_summary_label')}>
      <p class="visually-hidden" data-summary="">
        {summary.sentence}
      </p>
      <p class="summary-head" aria-hidden="true">
        {summary.head}
      </p>
      <div class="summary-bar" aria-hidden="true">
        {summary.parts.map(({ standing, count }) => (
          <span data-standing={standing} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul class="plain summary-parts">
        {summary.parts.map(({ standing, words }) => (
          <li>
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
