import { safeLink } from '../present/address.ts';
import type { PageState } from '../protocol.ts';
import { Notice } from './notice.tsx';
import { OutLink } from './out-link.tsx';
import { useSay } from './voice.ts';

/**
 * The site draws its list only while people scroll. This links to the whole list. Nothing is clicked for the reader.
 */
export function UnreadList({ state }: { readonly state: PageState }) {
  const say = useSay();
  const href = listOf(state);
  if (href === null) return null;
  return (
    <p class="unread" data-unread-list="">
      {say('ui_unread_list')} <OpenList href={href} />
    </p>
  );
}

interface NoRowsProps {
  readonly state: PageState;
  readonly onRetry: () => void;
}

/** A page that was read and gave no row: it shows no credential, or has not drawn its list yet. */
export function NoRows({ state, onRetry }: NoRowsProps) {
  const href = listOf(state);
  if (href === null) return <Notice kind="empty" onRetry={onRetry} />;
  return (
    <Notice kind="unread" onRetry={onRetry}>
      <p data-unread-list="">
        <OpenList href={href} />
      </p>
    </Notice>
  );
}

function OpenList({ href }: { readonly href: string }) {
  const say = useSay();
  return (
    <OutLink class="button" href={href}>
      {say('ui_open_list')}
    </OutLink>
  );
}

const listOf = ({ unreadList }: PageState): string | null =>
  unreadList === undefined ? null : safeLink(unreadList);
