import { safeLink } from '../present/address.ts';
import type { PageState } from '../protocol.ts';
import { OutLink } from './out-link.tsx';
import { useSay } from './voice.ts';

/**
 * The site draws its list only while people scroll. This links to the whole list. Nothing is clicked for the reader.
 */
export function UnreadList({ state: { unreadList } }: { readonly state: PageState }) {
  const say = useSay();
  const href = unreadList === undefined ? null : safeLink(unreadList);
  if (href === null) return null;
  return (
    <p class="unread" data-unread-list="">
      {say('ui_unread_list')}{' '}
      <OutLink class="button" href={href}>
        {say('ui_open_list')}
      </OutLink>
    </p>
  );
}
