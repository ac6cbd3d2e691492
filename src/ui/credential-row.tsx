import type { ComponentChildren } from 'preact';
import type { RowView, VerdictView } from '../present/row.ts';
import { BadgeImage } from './badge-image.tsx';
import { Chevron, StandingGlyph, StatusGlyph } from './glyph.tsx';
import { useSay } from './voice.ts';

interface CredentialRowProps {
  readonly row: RowView;
  readonly open: boolean;
  readonly onToggle: (key: string) => void;
  /** Unique on the page: ties the button to what it opens. */
  readonly id: string;
  /** The card, while open. */
  readonly children?: ComponentChildren;
}

/** One credential: a button that says all that matters, and below it, once opened, everything else. */
export function CredentialRow({ row, open, onToggle, id, children }: CredentialRowProps) {
  const { verdict } = row;
  return (
    <li
      class="row"
      data-credential={row.key}
      data-link={row.link ?? ''}
      data-status={verdict?.status}
      data-standing={verdict?.standing}
      data-inside={row.within === null ? undefined : ''}
      aria-busy={verdict === null}
    >
      <h3>
        <button
          type="button"
          class="row-button"
          aria-expanded={verdict === null ? undefined : open}
          aria-controls={open ? `${id}-card` : undefined}
          aria-disabled={verdict === null}
          onClick={() => verdict !== null && onToggle(row.key)}
        >
          <BadgeImage image={row.image} />
          <span class="row-text">
            <bdi class="row-title">{row.title}</bdi>
            <span class="row-issuer">{row.issuer}</span>
            {row.asked !== null && <span class="row-asked">{row.asked}</span>}
            {verdict === null ? <Checking /> : <VerdictLine verdict={verdict} />}
          </span>
          {verdict !== null && <Chevron />}
        </button>
      </h3>
      {open && (
        <div class="card" id={`${id}-card`}>
          {children}
        </div>
      )}
    </li>
  );
}

function Checking() {
  const say = useSay();
  return (
    <span class="verdict verdict-checking">
      <StandingGlyph standing="checking" />
      <span>{say('status_checking')}</span>
    </span>
  );
}

const VerdictLine = ({ verdict }: { readonly verdict: VerdictView }) => (
  <>
    <span class="verdict">
      <StatusGlyph sign={verdict.sign} />
      <span class="status-word">{verdict.statusWord}</span>
      <span class="standing">
        <StandingGlyph standing={verdict.standing} size={11} />
        {verdict.standingWord}
      </span>
    </span>
    {(verdict.also.length > 0 || verdict.holder !== null) && (
      <span class="row-also">
        {[...verdict.also.map(({ word }) => word), ...(verdict.holder === null ? [] : [verdict.holder])].map(
          (word) => (
            <span class="tag">{word}</span>
          ),
        )}
      </span>
    )}
    {verdict.reason !== null && <span class="row-reason">{verdict.reason}</span>}
  </>
);
