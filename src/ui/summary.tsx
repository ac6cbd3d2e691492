import type { GroupId } from '../present/groups.ts';
import type { SummaryView } from '../present/summary.ts';
import { GroupGlyph } from './glyph.tsx';
import { useSay } from './voice.ts';

export type Filter = GroupId | null;

interface SummaryProps {
  readonly summary: SummaryView;
  /** Whether everything is checked. Until then, progress stands in place of the bar. */
  readonly settled: boolean;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

/**
 * The page at a glance: a sentence about the person, and the counts. Pressing a count shows only its own rows. A single
 * count would show them all, so it is left out.
 */
export function Summary({ summary, settled, filter, onFilter }: SummaryProps) {
  const say = useSay();
  const parts = summary.parts.filter(({ group }) => group !== 'checking');
  return (
    <section class="summary" aria-label={say('ui_summary_label')}>
      <p class="summary-sentence" data-summary="">
        {summary.sentence}
      </p>
      {summary.whose !== null && <p class="summary-whose">{summary.whose}</p>}
      {summary.changed !== null && (
        <p class="summary-changed" data-changed="">
          {summary.changed}
        </p>
      )}
      {!settled && (
        <label class="progress-line">
          <progress class="progress" data-progress="" value={summary.checked} max={summary.total} />
          {say('ui_progress', { done: summary.checked, total: summary.total })}
        </label>
      )}
      {parts.length > 1 && (
        <ul class="plain summary-parts">
          {parts.map(({ group, count, words }) => (
            <li key={group} style={{ flexGrow: count }}>
              <button
                type="button"
                class="summary-part"
                data-group={group}
                aria-pressed={filter === group}
                aria-label={words}
                title={words}
                onClick={() => onFilter(filter === group ? null : group)}
              >
                <GroupGlyph group={group} size={14} />
                <span aria-hidden="true">{count}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
