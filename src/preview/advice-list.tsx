import { useState } from 'preact/hooks';
import type { AdviceSheet, AdviceView } from '../present/advice.ts';
import type { Snippet } from '../present/snippet.ts';
import { StandingGlyph, StatusGlyph } from '../ui/glyph.tsx';
import { useSay } from '../ui/voice.ts';

export interface Fixable {
  readonly sheet: AdviceSheet;
  readonly snippet: Snippet | null;
}

/**
 * What to fix: each point in plain words, whose job it is, and what they can do. With it comes a text for whoever has to
 * do it.
 */
export function AdviceList({ fixables }: { readonly fixables: readonly Fixable[] }) {
  return (
    <div class="advice">
      {fixables.map(({ sheet, snippet }) => (
        <Sheet key={sheet.key} sheet={sheet} snippet={snippet} />
      ))}
    </div>
  );
}

function Sheet({ sheet, snippet }: Fixable) {
  const say = useSay();
  return (
    <section class="advice-sheet" data-advice={sheet.key}>
      <div class="advice-head">
        <h3>
          <bdi>{sheet.title}</bdi>
        </h3>
        <p class="verdict" data-standing={sheet.standing}>
          <StatusGlyph sign={sheet.sign} size={16} />
          <span class="status-word">{sheet.statusWord}</span>
        </p>
      </div>
      {sheet.points.length === 0 && <p>{say('advice_none')}</p>}
      <ul class="plain advice-points">
        {sheet.points.map((point) => (
          <Point key={`${point.code} ${point.at}`} point={point} />
        ))}
      </ul>
      <div class="actions">
        {sheet.forIssuer !== null && <CopyButton words={say('advice_copy_issuer')} text={sheet.forIssuer} />}
        {snippet !== null && <CopyButton words={say('advice_copy_html')} text={snippet.html} />}
        {snippet !== null && <CopyButton words={say('advice_copy_markdown')} text={snippet.markdown} />}
      </div>
    </section>
  );
}

function Point({ point }: { readonly point: AdviceView }) {
  const say = useSay();
  return (
    <li class="advice-point" data-code={point.code} data-kind={point.kind} data-job={point.job}>
      <StandingGlyph standing={point.kind === 'problem' ? 'caution' : 'unrecognised'} size={16} />
      <div>
        <p>{point.sentence}</p>
        <p class="advice-remedy">
          <span class="tag">{point.jobWord}</span> {point.remedy}
        </p>
        {point.developer !== null && (
          <details class="developer">
            <summary>{say('ui_developer')}</summary>
            <p>
              <bdi dir="ltr">
                <code>{point.at === null ? point.code : `${point.code} ${point.at}`}</code>
              </bdi>{' '}
              {point.developer}
            </p>
          </details>
        )}
      </div>
    </li>
  );
}

function CopyButton({ words, text }: { readonly words: string; readonly text: string }) {
  const say = useSay();
  const [done, setDone] = useState(false);
  return (
    <button
      type="button"
      class="button"
      onClick={() => void navigator.clipboard.writeText(text).then(() => setDone(true))}
    >
      {done ? say('take_copied') : words}
    </button>
  );
}
