/** The touchstone: a dark stone with the streak that gold leaves on it. */
export const Mark = ({ size = 24 }: { readonly size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path
      class="mark-stone"
      d="M6.2 2.6h10.9l4.3 6.7-1.9 9.4-7.1 3.1-8.5-3L2.3 9z"
      fill="#34383d"
      stroke="#8d8a83"
      stroke-width="1"
    />
    <path d="M6.6 16.6 17.2 6.4" stroke="#d3ad5a" stroke-width="2.6" stroke-linecap="round" fill="none" />
    <path
      d="M10.6 17.4l4-3.9"
      stroke="#d3ad5a"
      stroke-width="1.3"
      stroke-linecap="round"
      fill="none"
      opacity=".75"
    />
  </svg>
);
