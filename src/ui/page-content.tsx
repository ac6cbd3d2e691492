import { safeLink } from '../present/address.ts';
import { keyOf } from '../present/sentence.ts';
import type { PageState } from '../protocol.ts';
import { CredentialList } from './credential-list.tsx';
import { Notice } from './notice.tsx';
import { OutLink } from './out-link.tsx';
import type { PageWorld } from './page-world.ts';
import { useSay } from './voice.ts';

interface PageContentProps {
  readonly world: PageWorld;
  readonly state: PageState;
  readonly onRetry: () => void;
}

/** The rows of the tab's page, and what of it stands in no row. Without rows: why there are none. */
export function PageContent({ world, state, onRetry }: PageContentProps) {
  const say = useSay();
  const { phase, rows, notReadable = 'no-access' } = state;
  if (rows.length === 0) {
    if (phase === 'not-readable') return <Notice kind="unreadable" reason={notReadable} />;
    return phase === 'done' ? <NoRows state={state} onRetry={onRetry} /> : <Notice kind="scanning" />;
  }
  return (
    <>
      {phase === 'not-readable' && <p class="unread">{say(keyOf.unreadable(notReadable))}</p>}
      <UnreadList state={state} />
      <CredentialList world={world} state={state} />
    </>
  );
}

/** A page that was read and gave no row: it shows no credential, or has not drawn its list yet. */
function NoRows({ state, onRetry }: Omit<PageContentProps, 'world'>) {
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

/** The site draws its list only while people scroll. This links to the whole list. Nothing is clicked for the reader. */
function UnreadList({ state }: { readonly state: PageState }) {
  const say = useSay();
  const href = listOf(state);
  if (href === null) return null;
  return (
    <p class="unread" data-unread-list="">
      {say('ui_unread_list')} <OpenList href={href} />
    </p>
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
