import type { NotReadable } from '../protocol.ts';
import { useSay } from '../ui/voice.ts';

interface NoticeProps {
  readonly kind: 'scanning' | 'empty' | 'unreadable' | 'error';
  /** For `unreadable`: why. */
  readonly reason?: NotReadable | undefined;
  readonly onRetry?: () => void;
}

const WORDS = {
  scanning: { title: 'ui_scanning', text: 'ui_scanning_text', retry: '' },
  empty: { title: 'ui_empty_title', text: 'ui_empty_text', retry: 'ui_scan_again' },
  unreadable: { title: 'ui_unreadable_title', text: 'ui_unreadable_no_access', retry: '' },
  error: { title: 'ui_error_title', text: 'ui_error_text', retry: 'ui_retry' },
} as const;

/** What stands where there are no rows: why, and what a person can do. */
export function Notice({ kind, reason, onRetry }: NoticeProps) {
  const say = useSay();
  const words = WORDS[kind];
  return (
    <div class="notice" data-notice={kind} role={kind === 'error' ? 'alert' : 'status'}>
      {kind === 'scanning' && <progress class="progress" data-progress="" aria-label={say('ui_scanning')} />}
      <Stone kind={kind} />
      <h2 data-summary={kind === 'empty' ? '' : undefined}>{say(words.title)}</h2>
      <p>{say(reason === undefined ? words.text : `ui_unreadable_${reason.replaceAll('-', '_')}`)}</p>
      {words.retry !== '' && (
        <button type="button" class="button" onClick={onRetry}>
          {say(words.retry)}
        </button>
      )}
    </div>
  );
}

/** The stone without a streak: nothing was rubbed on it. While scanning the streak is being drawn. */
const Stone = ({ kind }: Pick<NoticeProps, 'kind'>) => (
  <svg
    class="stone"
    data-kind={kind}
    width="88"
    height="64"
    viewBox="0 0 88 64"
    aria-hidden="true"
    focusable="false"
  >
    <path class="stone-body" d="M20 8h40l18 16-8 26-30 8-30-11L8 26z" />
    <path class="stone-edge" d="M20 8l6 16h38l14 0M26 24 10 47M64 24l6 26" />
    {kind === 'scanning' && <path class="stone-streak" d="M24 46 60 18" pathLength="100" />}
  </svg>
);
