import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { brief } from '../present/brief.ts';
import { dateOf } from '../present/dates.ts';
import { keyOf } from '../present/sentence.ts';
import { type CheckedEntry, listedOutcome } from '../report/checked.ts';
import { StandingGlyph } from './glyph.tsx';
import { useSay, VoiceContext } from './voice.ts';

/** The most rows that are drawn. The file has them all. */
const MAX_ROWS = 200;

/** The reader's list of what was checked, latest first. */
export function CheckedTable({ entries }: { readonly entries: readonly CheckedEntry[] }) {
  const say = useSay();
  const { dates } = useContext(VoiceContext);
  return (
    <table class="checked-table">
      <thead>
        <tr>
          <th scope="col">{say('checked_what')}</th>
          <th scope="col">{say('checked_page')}</th>
          <th scope="col">{say('checked_when')}</th>
          <th scope="col">{say('checked_status')}</th>
        </tr>
      </thead>
      <tbody>
        {entries
          .slice(0, MAX_ROWS)
          .map(brief)
          .map((entry) => {
            const { title, issuer, page, address, standing, at, before } = entry;
            return (
              <tr key={`${address} ${title} ${at}`} data-checked="">
                <td>
                  <bdi>{title}</bdi>
                  <span class="note">{issuer}</span>
                </td>
                <td>
                  <bdi>{page}</bdi>
                  <span class="note">
                    <bdi dir="ltr">{breakable(address)}</bdi>
                  </span>
                </td>
                <td>{dates.day(dateOf(at))}</td>
                <td>
                  <span class="outcome" data-standing={standing}>
                    {standing !== null && <StandingGlyph standing={standing} size={16} />}
                    {say(keyOf.status(listedOutcome(entry)))}
                  </span>
                  {standing !== null && isDoubted(entry) && (
                    <span class="note">{say(keyOf.standing(standing))}</span>
                  )}
                  {before !== null && (
                    <span class="note">
                      {say('changed_since', {
                        date: dates.day(dateOf(before.at)),
                        status: say(keyOf.status(before.outcome)),
                      })}
                    </span>
                  )}
                </td>
              </tr>
            );
          })}
      </tbody>
    </table>
  );
}

/** Whether the word of the status alone would say more than is known: the record is good, and not its standing. */
const isDoubted = ({ status, standing }: CheckedEntry): boolean =>
  (status === 'signature-verified' || status === 'issuer-confirmed') && standing !== 'verified';

/** An address that is broken at its dots and slashes, as long as there is room for its parts. */
const breakable = (address: string): ComponentChildren =>
  address
    .replace(/^https?:\/\//, '')
    .split(/(?<=[./])/)
    .map((part) => [part, <wbr />]);
