import { useState } from 'preact/hooks';
import type { PageState } from '../protocol.ts';
import type { Examination } from '../report/examination.ts';
import type { PageWorld, TakenKind } from './page-world.ts';
import { useSay } from './voice.ts';

const FILES: readonly TakenKind[] = ['report', 'csv', 'json', 'receipt'];

interface TakeAlongProps {
  readonly world: PageWorld;
  readonly state: PageState;
  /** Whether every row has its answer. A file without the others would read as if the page had no more. */
  readonly settled: boolean;
}

/** What a recruiter can take along: the summary to paste, or a file. */
export function TakeAlong({ world, state, settled }: TakeAlongProps) {
  const say = useSay();
  const [said, setSaid] = useState('');
  const take = (kind: TakenKind): void => {
    world.take(kind, examinationOf(state)).then(
      () => setSaid(say(kind === 'summary' ? 'take_copied' : 'take_saved')),
      () => setSaid(say('take_failed')),
    );
  };
  return (
    <div class="take">
      <button
        type="button"
        class="button"
        data-take="summary"
        disabled={!settled}
        onClick={() => take('summary')}
      >
        {say('take_summary')}
      </button>
      <details>
        <summary class="button">{say('take_file')}</summary>
        <ul class="plain take-files">
          {FILES.map((kind) => (
            <li key={kind}>
              <button
                type="button"
                class="button"
                data-take={kind}
                disabled={!settled}
                onClick={() => take(kind)}
              >
                {say(`take_${kind}`)}
              </button>
            </li>
          ))}
        </ul>
      </details>
      <span class="note" role="status">
        {said}
      </span>
    </div>
  );
}

/** The rows, as of the latest of their answers. */
function examinationOf({ url, title, person, rows }: PageState): Examination {
  const items = rows.flatMap((row) => (row.state === 'checked' ? [row] : []));
  return {
    page: { url, title, person: person ?? null },
    items,
    at: Math.max(0, ...items.map(({ report }) => report.at)),
    contexts: [],
    explain: false,
  };
}
