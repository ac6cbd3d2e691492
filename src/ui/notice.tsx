import type { ComponentChildren } from 'preact';
import { keyOf } from '../present/sentence.ts';
import type { NotReadable } from '../protocol.ts';
import { Mark } from './mark.tsx';
import { useSay } from './voice.ts';

interface NoticeProps {
  readonly kind: 'idle' | 'scanning' | 'empty' | 'unread' | 'unreadable' | 'error';
  /** For `unreadable`: why. */
  readonly reason?: NotReadable | undefined;
  readonly onRetry?: () => void;
  /** What leads further, before the button that tries again. */
  readonly children?: ComponentChildren;
}

const WORDS = {
  idle: { title: 'ui_idle_title', text: 'ui_idle_text', retry: 'ui_idle_read' },
  scanning: { title: 'ui_scanning', text: 'ui_scanning_text', retry: '' },
  empty: { title: 'ui_empty_title', text: 'ui_empty_text', retry: 'ui_scan_again' },
  unread: { title: 'ui_unread_title', text: 'ui_unread_list', retry: 'ui_scan_again' },
  unreadable: { title: 'ui_unreadable_title', text: 'ui_unreadable_no_access', retry: '' },
  error: { title: 'ui_error_title', text: 'ui_error_text', retry: 'ui_retry' },
} as const;

/** What stands where there are no rows: why, and what a person can do. While scanning, the streak is being drawn. */
export function Notice({ kind, reason, onRetry, children }: NoticeProps) {
  const say = useSay();
  const words = WORDS[kind];
  return (
    <div class="notice" data-notice={kind} role={kind === 'error' ? 'alert' : 'status'}>
      {kind === 'scanning' && <progress class="progress" data-progress="" aria-label={say('ui_scanning')} />}
      <Mark size={72} streak={kind === 'scanning' ? 'stroke' : 'none'} />
      <h2 data-summary={kind === 'empty' || kind === 'unread' ? '' : undefined}>{say(words.title)}</h2>
      <p>{say(reason === undefined ? words.text : keyOf.unreadable(reason))}</p>
      {children}
      {words.retry !== '' && (
        <button type="button" class="button" onClick={onRetry}>
          {say(words.retry)}
        </button>
      )}
    </div>
  );
}
