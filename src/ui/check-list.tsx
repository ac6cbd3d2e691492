import type { CheckView } from '../present/checks.ts';
import { StandingGlyph, StateGlyph } from './glyph.tsx';
import { useSay } from './voice.ts';

/** Every check: its name, its answer, and why. */
export const CheckList = ({ checks }: { readonly checks: readonly CheckView[] }) => (
  <ul class="plain checks">
    {checks.map((check) => (
      <Check check={check} />
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
          <span class="check-state">{check.stateWord}</span>
        </p>
        <p class="check-sentence">{check.sentence}</p>
        {check.reasons.map((reason) => (
          <p class="check-reason">{reason}</p>
        ))}
        {check.restsOn !== null && <p class="note">{say('ui_blocked_by', { name: check.restsOn })}</p>}
      </div>
    </li>
  );
}
