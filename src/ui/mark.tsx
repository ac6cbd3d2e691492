const STREAKS = { mark: 'M17 32l11 12L51 14.5', stroke: 'M16 45 48 17', none: '' } as const;

interface MarkProps {
  readonly size?: number;
  /**
   * `mark`: the product's sign. `stroke`: gold is being rubbed on. `none`: a bare stone, because a tick there would be
   * a verdict.
   */
  readonly streak?: keyof typeof STREAKS;
}

/** The touchstone: a slab of dark stone with the streak that gold leaves on it (public/icons, with one more plane). */
export const Mark = ({ size = 24, streak = 'mark' }: MarkProps) => (
  <svg class="mark" width={size} height={size} viewBox="0 0 64 64" aria-hidden="true" focusable="false">
    <path class="mark-edge" d="M17 2.5h30.5l14 21-5.5 27.5L34.5 61.5l-26-9L2.5 23z" />
    <path class="mark-face" d="M19.5 12.5h23l10.5 13-4.5 19L33.5 52 15 45.5l-4.5-19.5z" />
    {streak !== 'none' && <path class="mark-streak" d={STREAKS[streak]} pathLength="100" />}
  </svg>
);
