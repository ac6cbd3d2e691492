import type { ComponentChildren } from 'preact';
import type { GroupId } from '../present/groups.ts';
import type { Sign } from '../present/sentence.ts';
import type { CheckState, Standing } from '../verify/report.ts';
import { type Shape, STANDING_SHAPES } from './standing-shapes.ts';

const shape = (standing: Standing): ComponentChildren => {
  const { solid, cut, line }: Shape = STANDING_SHAPES[standing];
  return (
    <>
      {solid && <path d={solid} fill="currentColor" />}
      {cut && <path class="cut" d={cut} />}
      {line && <path class="line" d={line} />}
    </>
  );
};

/**
 * Shapes that differ in outline, not only in what is drawn inside. So readers who see no colours, or only 16 pixels,
 * can tell them apart. Solid shapes mean something established, open ones something left open.
 */
const ANSWERED = (
  <>
    <path
      d="M3.5 1.5h13a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H10l-4.5 4.5v-4.5h-2a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2z"
      fill="currentColor"
    />
    <path class="cut" d="M6.2 8.1l2.6 2.6 5-5.4" />
  </>
);
const STATUS: Readonly<Record<Sign, ComponentChildren>> = {
  // a seal with ten points
  'signature-verified': (
    <>
      <path
        d="M10.0 0.6L12.4 2.5L15.5 2.4L16.4 5.4L18.9 7.1L17.9 10.0L18.9 12.9L16.4 14.6L15.5 17.6L12.4 17.5L10.0 19.4L7.6 17.5L4.5 17.6L3.6 14.6L1.1 12.9L2.1 10.0L1.1 7.1L3.6 5.4L4.5 2.4L7.6 2.5z"
        fill="currentColor"
      />
      <path class="cut" d="M6.2 10.2l2.7 2.7 5-5.5" />
    </>
  ),
  // somebody answers: a speech bubble
  'issuer-confirmed': ANSWERED,
  'host-confirmed': ANSWERED,
  'platform-confirmed': ANSWERED,
  // a page, unsigned
  'page-only': <path class="line" d="M4.5 1.8h7l4 4v12.4h-11zM11.5 1.8v4h4M7.3 10h5.4M7.3 13.5h5.4" />,
  // a bare dashed ring
  'not-checked': (
    <>
      <circle class="line" cx="10" cy="10" r="7.8" stroke-dasharray="3.27 2.86" />
      <path class="line" d="M6.8 10h6.4" />
    </>
  ),
  // a cable that does not meet
  unreachable: <path class="line" d="M1.2 10h4.3M14.5 10h4.3M5.5 6.3v7.4M14.5 6.3v7.4M8.6 12.6l2.8-5.2" />,
  // an hourglass run out
  expired: (
    <>
      <path
        class="line"
        d="M4 1.8h12M4 18.2h12M5.5 1.8c0 4.5 9 4.5 9 8.2s-9 3.7-9 8.2M14.5 1.8c0 4.5-9 4.5-9 8.2s9 3.7 9 8.2"
      />
      <path d="M6.2 17.6c.6-2.6 7-2.6 7.6 0z" fill="currentColor" />
    </>
  ),
  // struck out
  revoked: (
    <>
      <circle cx="10" cy="10" r="9" fill="currentColor" />
      <path class="cut" d="M5 15 15 5" />
    </>
  ),
  // paused
  suspended: (
    <>
      <circle cx="10" cy="10" r="9" fill="currentColor" />
      <path class="cut" d="M7.5 6.5v7M12.5 6.5v7" />
    </>
  ),
  // a form with a gap
  'not-in-form': <path class="line" d="M3.5 2.5h13v15h-13zM6.5 6.5h7M6.5 10h2M11.5 10h2M6.5 13.5h7" />,
  // a clock
  'not-yet-valid': (
    <>
      <circle class="line" cx="10" cy="10" r="8.2" />
      <path class="line" d="M10 5v5l3.5 2.2" />
    </>
  ),
  // one head, another body
  'holder-mismatch': (
    <>
      <circle cx="6.4" cy="5.6" r="3.3" fill="currentColor" />
      <path d="M.8 17.5c0-4.2 2-6.7 5.6-6.7s5.6 2.5 5.6 6.7z" fill="currentColor" />
      <path class="line" d="M13 8.2h6M13 12h6M17.8 5.6l-3.4 9" />
    </>
  ),
  failed: shape('failed'),
};

const STANDING: Readonly<Record<Standing | 'checking', ComponentChildren>> = {
  verified: shape('verified'),
  unrecognised: shape('unrecognised'),
  caution: shape('caution'),
  failed: shape('failed'),
  inconclusive: shape('inconclusive'),
  checking: <circle class="line" cx="10" cy="10" r="7.8" stroke-dasharray="12 37" />,
};

const STATE: Readonly<Record<CheckState, ComponentChildren>> = {
  passed: <path class="line" d="M3.5 10.5l4.3 4.3 8.7-9.6" />,
  warned: STANDING.caution,
  failed: STATUS.failed,
  inconclusive: STANDING.inconclusive,
  'not-applicable': <path class="line" d="M5 10h10" />,
  'not-run': <circle class="line" cx="10" cy="10" r="3" />,
};

/**
 * The groups of rows have the shape of their standing. What waits for access is a lock; what the reader asked about
 * is a bookmark.
 */
const GROUP: Readonly<Record<GroupId, ComponentChildren>> = {
  asked: <path d="M4.5 1.5h11v17L10 14l-5.5 4.5z" fill="currentColor" />,
  look: STANDING.caution,
  confirmed: STANDING.verified,
  unknown: STANDING.unrecognised,
  unchecked: STANDING.inconclusive,
  waiting: (
    <>
      <rect class="line" x="3" y="8.5" width="14" height="9.5" rx="2" />
      <path class="line" d="M6.2 8.5V6a3.8 3.8 0 0 1 7.6 0v2.5" />
    </>
  ),
  left: STATUS['not-checked'],
  checking: STANDING.checking,
};

interface Size {
  readonly size?: number | undefined;
}
const drawing = (shapes: ComponentChildren, size = 18) => (
  <svg class="glyph" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    {shapes}
  </svg>
);

/** Always beside its word, so hidden from screen readers. */
export const StatusGlyph = ({ sign, size }: Size & { readonly sign: Sign }) => drawing(STATUS[sign], size);
export const StandingGlyph = ({ standing, size }: Size & { readonly standing: Standing | 'checking' }) =>
  drawing(STANDING[standing], size);
export const StateGlyph = ({ state, size }: Size & { readonly state: CheckState }) =>
  drawing(STATE[state], size);
export const GroupGlyph = ({ group, size }: Size & { readonly group: GroupId }) =>
  drawing(GROUP[group], size);
export const Chevron = () => (
  <svg class="chevron" width="16" height="16" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path class="line" d="M5 7.5l5 5 5-5" />
  </svg>
);
export const Gear = () =>
  drawing(
    <>
      <path class="line" d="M2.5 5.5h7M14.5 5.5h3M2.5 14.5h3M10.5 14.5h7" />
      <circle class="line" cx="12" cy="5.5" r="2.3" />
      <circle class="line" cx="8" cy="14.5" r="2.3" />
    </>,
  );
