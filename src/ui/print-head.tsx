import { useContext } from 'preact/hooks';
import type { PageState } from '../protocol.ts';
import { useSay, VoiceContext } from './voice.ts';

/** The heading on paper alone: whose page, where, and when it was checked. */
export function PrintHead({ state: { person, title, url, rows } }: { readonly state: PageState }) {
  const say = useSay();
  const { dates } = useContext(VoiceContext);
  const at = Math.max(0, ...rows.map((row) => (row.state === 'checked' ? row.report.at : 0)));
  return (
    <header class="print-head">
      <h2>
        <bdi>{person ?? title}</bdi>
      </h2>
      {person != null && person !== title && (
        <p>
          <bdi>{title}</bdi>
        </p>
      )}
      <p>
        <bdi dir="ltr">{url}</bdi>
      </p>
      {at > 0 && <p>{say('report_made', { date: dates.moment(at) })}</p>}
    </header>
  );
}
