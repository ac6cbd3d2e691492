import type { LadderView } from '../present/ladder.ts';
import { StateGlyph } from './glyph.tsx';

/**
 * The four steps from "something signed this" to "we know who that is", drawn as one line. Where none is reached there
 * is no line: four good words in grey would be read as an answer.
 */
export function IssuerSteps({ ladder }: { readonly ladder: LadderView }) {
  if (!ladder.rungs.some(({ reached }) => reached)) return null;
  return (
    <ol class="plain steps">
      {ladder.rungs.map((rung) => (
        <li
          key={rung.rung}
          class="step"
          data-reached={rung.reached}
          title={`${rung.meaning} ${rung.reachedWord}`}
        >
          <span class="step-glyph">
            <StateGlyph state={rung.reached ? 'passed' : 'not-run'} size={12} />
          </span>
          <span>{rung.name}</span>
          <span class="visually-hidden">{rung.reachedWord}</span>
        </li>
      ))}
    </ol>
  );
}
