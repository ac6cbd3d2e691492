import type { LadderView } from '../present/ladder.ts';
import { Domain } from './domain.tsx';
import { StandingGlyph, StateGlyph } from './glyph.tsx';
import { useSay } from './voice.ts';

/** Four steps from "something signed this" to "somebody you trust lists them"; what is not reached stays visible. */
export function IssuerLadder({ ladder }: { readonly ladder: LadderView }) {
  const say = useSay();
  return (
    <>
      {ladder.callsItself !== null && <p>{ladder.callsItself}</p>}
      {ladder.domain !== null && (
        <p class="ladder-domain">
          <Domain domain={ladder.domain} />
        </p>
      )}
      {ladder.warnings.map((warning) => (
        <p class="warning">
          <StandingGlyph standing="caution" size={14} />
          <span>{warning}</span>
        </p>
      ))}
      <ol class="plain ladder">
        {ladder.rungs.map((rung) => (
          <li class="rung" data-reached={rung.reached}>
            <StateGlyph state={rung.reached ? 'passed' : 'not-run'} size={16} />
            <div>
              <p class="check-head">
                <span class="check-name">{rung.name}</span>
                <span class="check-state">{rung.reachedWord}</span>
              </p>
              <p class="check-sentence">{rung.meaning}</p>
            </div>
          </li>
        ))}
      </ol>
      {ladder.recognisedBy.map((line) => (
        <p class="note">{line}</p>
      ))}
      {ladder.id !== null && (
        <p class="note">
          {say('ui_issuer_id')} <bdi dir="ltr">{ladder.id}</bdi>
        </p>
      )}
    </>
  );
}
