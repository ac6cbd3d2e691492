import { useState } from 'preact/hooks';
import type { PageState } from '../protocol.ts';
import type { Examination } from '../report/examination.ts';
import type { PageWorld, TakenKind } from './page-world.ts';
import { useSay } from './voice.ts';

const FILES: readonly TakenKind[] = ['report', 'csv', 'json', 'receipt'];

/** What a recruiter can take along: the summary to paste, or a file. */
export function TakeAlong({ world, state }: { readonly world: PageWorld; readonly state: PageState }) {
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
      <button type="button" class="button" data-take="summary" onClick={() => take('summary')}>
        {say('take_summary')}
      </button>
      <details>
        <summary class="button">{say('take_file')}</summary>
        <ul class="plain take-files">
          {FILES.map((kind) => (
            <li key={kind}>
              <button type="button" class="button" data-take={kind} onClick={() => take(kind)}>
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

/** The rows that have an answer, as of the latest of these answers. */
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
