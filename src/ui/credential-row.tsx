import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RowView } from '../present/row.ts';
import { BadgeImage } from './badge-image.tsx';
import { Chevron, StandingGlyph, StatusGlyph } from './glyph.tsx';
import { useSay } from './voice.ts';

interface CredentialRowProps {
  readonly row: RowView;
  readonly open: boolean;
  readonly onToggle: (key: string) => void;
  /** Unique on the page: connects the button to what it opens. */
  readonly id: string;
  /** Whether the reason stands under the row: where something needs a look. */
  readonly explained: boolean;
  /** The card, while open. */
  readonly children?: ComponentChildren;
}

/** One credential in one line: picture, title, issuer, status. The button at its end opens everything else. */
export function CredentialRow({ row, open, onToggle, id, explained, children }: CredentialRowProps) {
  const say = useSay();
  const { verdict } = row;
  const word = verdict?.statusWord ?? say('status_checking');
  const toggle = (): void => {
    // A reader who has just selected words on the row wants the words, not the card.
    if (verdict !== null && getSelection()?.isCollapsed !== false) onToggle(row.key);
  };
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
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the button at the end of the line is the way by keyboard */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a wide target for the mouse, beside the button */}
      <div class="row-line" onClick={toggle}>
        <BadgeImage image={row.image} />
        <div class="row-text">
          <h3 class="row-title" id={`${id}-title`} title={row.title} dir="auto">
            {row.title}
          </h3>
          <div class="row-facts">
            <p class="row-issuer" title={row.issuer} data-whole={row.namesDomain ? '' : undefined}>
              {row.issuer}
            </p>
            <p class="row-verdict" id={`${id}-status`}>
              {verdict === null ? (
                <StandingGlyph standing="checking" size={16} />
              ) : (
                <StatusGlyph sign={verdict.sign} size={16} />
              )}
              <span class="status-word">{word}</span>
            </p>
          </div>
        </div>
        <button
          type="button"
          class="row-button"
          id={id}
          aria-label={say('ui_row_details', { title: row.title, status: word })}
          aria-expanded={verdict === null ? undefined : open}
          aria-controls={open ? `${id}-card` : undefined}
          aria-disabled={verdict === null}
          onClick={(event) => {
            event.stopPropagation();
            if (verdict !== null) onToggle(row.key);
          }}
        >
          {verdict !== null && <Chevron />}
        </button>
      </div>
      {(explained || row.asked !== null || row.changed !== null || row.whose !== null) && (
        <Reason row={row} explained={explained} />
      )}
      {open && <OpenedCard id={`${id}-card`}>{children}</OpenedCard>}
    </li>
  );
}

/** A card that opens below the fold is scrolled up with its row, so that its beginning is seen. */
function OpenedCard({ id, children }: Pick<CredentialRowProps, 'id' | 'children'>) {
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const row = card.current?.closest('.row');
    if ((row?.getBoundingClientRect().bottom ?? 0) > innerHeight) row?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <div ref={card} class="card" id={id}>
      {children}
    </div>
  );
}

/** What asks for a look, in words; whose it is; what has changed; and that the reader asked about it. */
function Reason({ row, explained }: { readonly row: RowView; readonly explained: boolean }) {
  const { verdict, asked, changed, whose } = row;
  const words = verdict === null || !explained ? [] : verdict.also.map(({ word }) => word);
  const reason = explained ? (verdict?.reason ?? null) : null;
  if ([asked, changed, whose, reason].every((each) => each === null) && words.length === 0) return null;
  return (
    <div class="row-below">
      {asked !== null && <p class="row-asked">{asked}</p>}
      {reason !== null && <p class="row-reason">{reason}</p>}
      {whose !== null && (
        <p class="row-whose" dir="auto">
          {whose}
        </p>
      )}
      {changed !== null && (
        <p class="row-changed" data-changed="">
          {changed}
        </p>
      )}
      {words.length > 0 && (
        <p class="row-also">
          {words.map((word) => (
            <span key={word} class="tag">
              {word}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
