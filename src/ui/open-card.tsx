import { useContext } from 'preact/hooks';
import { checkedAmong } from '../item.ts';
import { safeLink } from '../present/address.ts';
import { card } from '../present/card.ts';
import type { RowView } from '../present/row.ts';
import { stacks } from '../present/stacks.ts';
import type { PageState } from '../protocol.ts';
import { AllowSites } from './allow-sites.tsx';
import { useRequest } from './asking.ts';
import { CheckContents } from './check-contents.tsx';
import { CredentialCard } from './credential-card.tsx';
import { OutLink } from './out-link.tsx';
import type { PageWorld } from './page-world.ts';
import { RecogniseIssuer } from './recognise-issuer.tsx';
import { ShowOnPage } from './show-on-page.tsx';
import { useSay, VoiceContext } from './voice.ts';

export interface OpenCardProps {
  readonly world: PageWorld;
  readonly state: PageState;
  readonly row: RowView;
  /** That it came inside another record. */
  readonly container: string | null;
}

/** The open card of one row, with what can be done about it. */
export function OpenCard({ world, state, row, container }: OpenCardProps) {
  const say = useSay();
  const request = useRequest();
  const { dates } = useContext(VoiceContext);
  const item = state.rows.find(({ key }) => key === row.key);
  if (item?.state !== 'checked') return null;
  const view = card(item, say, { dates, person: state.person ?? null });
  const page = safeLink(row.link);
  const stacked = stacks(checkedAmong(state.rows), { say, dates }).filter(({ keys }) =>
    keys.includes(row.key),
  );
  return (
    <CredentialCard
      card={view}
      stacks={stacked.map(({ words }) => words)}
      container={container}
      actions={
        <>
          {view.wantedOrigins.length > 0 && <AllowSites world={world} origins={view.wantedOrigins} compact />}
          {item.verdict.reason === 'short-link' && item.link !== null && (
            <FollowLink world={world} link={item.link} />
          )}
          {item.contains && <CheckContents world={world} links={item.contains} rows={state.rows} />}
          {(view.recognisable !== null || view.ownRecognition !== null) && (
            <RecogniseIssuer
              recognisable={view.recognisable}
              recognised={view.ownRecognition}
              isAllMissing={view.verdict.standing === 'unrecognised'}
            />
          )}
          <button
            type="button"
            class="button button-quiet"
            onClick={() => void request('recheck', { tabId: world.tabId, key: row.key })}
          >
            {say('ui_recheck')}
          </button>
          {item.places.length > 0 && <ShowOnPage world={world} rowKey={row.key} />}
          {page !== null && (
            <OutLink class="button button-quiet" href={page}>
              {say('ui_open_link')}
            </OutLink>
          )}
        </>
      }
    />
  );
}

/** Only the reader can open a short link. */
function FollowLink({ world, link }: { readonly world: PageWorld; readonly link: string }) {
  const say = useSay();
  const request = useRequest();
  const openLink = () => request('check-asked', { tabId: world.tabId, asked: [{ kind: 'link', link }] });
  return (
    <button type="button" class="button button-main" data-follow="" onClick={() => void openLink()}>
      {say('ui_follow')}
    </button>
  );
}
