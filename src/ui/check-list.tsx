import type { CheckView } from '../present/checks.ts';
import { StandingGlyph, StateGlyph } from './glyph.tsx';
import { Help } from './help.tsx';
import { useSay } from './voice.ts';

/** Every check: its name, its answer and its reasons. The same for people who build badges is folded below. */
export const CheckList = ({ checks }: { readonly checks: readonly CheckView[] }) => (
  <ul class="plain checks">
    {checks.map((check) => (
      <Check key={check.id} check={check} />
    ))}
  </ul>
);

function Check({ check }: { readonly check: CheckView }) {
  const say = useSay();
  return (
    <li
      class="check"
      data-check={check.id}
      data-state={check.state}
      data-unvouched={check.unvouched}
      data-code={check.code ?? ''}
    >
      {check.unvouched ? (
        <StandingGlyph standing="unrecognised" size={16} />
      ) : (
        <StateGlyph state={check.state} size={16} />
      )}
      <div>
        <p class="check-head">
          <span class="check-name">{check.name}</span>
          <Help of={check.name}>{check.question}</Help>
          <span class="check-state">{check.stateWord}</span>
        </p>
        {check.reasons.length === 0 && check.restsOn === null && (
          <p class="check-sentence">{check.sentence}</p>
        )}
        {check.reasons.map((reason) => (
          <p key={reason} class="check-reason">
            {reason}
          </p>
        ))}
        {check.restsOn !== null && <p class="note">{say('ui_blocked_by', { name: check.restsOn })}</p>}
        {check.developer.length > 0 && (
          <details class="developer">
            <summary>{say('ui_developer')}</summary>
            {check.developer.map(({ code, at, text }) => (
              <p key={`${code} ${at}`}>
                <code>{at === null ? code : `${code} ${at}`}</code> {text}
              </p>
            ))}
          </details>
        )}
      </div>
    </li>
  );
}
