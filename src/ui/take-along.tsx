import { useState } from 'preact/hooks';
import { checkedAmong } from '../item.ts';
import type { TakenKind } from '../platform/take.ts';
import { keyOf } from '../present/sentence.ts';
import type { PageState } from '../protocol.ts';
import type { Examination, Gap } from '../report/examination.ts';
import type { PageWorld } from './page-world.ts';
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
                {say(keyOf.taken(kind))}
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

/** What a surface says beside the rows. */
const gapsOf = ({ notReadable, unreadList, beyond, unkept = [] }: PageState): readonly Gap[] => [
  ...(notReadable === undefined ? [] : [{ code: 'page-not-readable', why: notReadable } as const]),
  ...(unreadList === undefined ? [] : [{ code: 'list-not-drawn' } as const]),
  ...(beyond === undefined ? [] : [{ code: 'links-not-listed', count: beyond } as const]),
  ...(unkept.length === 0 ? [] : [{ code: 'asked-not-kept', names: unkept } as const]),
];

/** The rows, as of the latest of their answers. */
function examinationOf(state: PageState): Examination {
  const { url, title, person, rows } = state;
  const items = checkedAmong(rows);
  return {
    page: { url, title, person: person ?? null, gaps: gapsOf(state) },
    items,
    at: Math.max(0, ...items.map(({ report }) => report.at)),
    contexts: [],
    explain: false,
  };
}
