/**
 * The shape of each standing, on a square of 20: solid pieces, then cuts or lines. The surfaces draw them, and so do
 * the dots in a page, which load no component.
 */
export interface Shape {
  readonly solid?: string;
  readonly cut?: string;
  readonly line?: string;
}

export const STANDING_SHAPES = {
  verified: {
    solid: 'M1.5 10a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0z',
    cut: 'M6 10.3l2.8 2.8L14 7.4',
  },
  // an issuer without a known name: a head and shoulders in a frame
  unrecognised: {
    solid: 'M4.5 1.5h11a3 3 0 0 1 3 3v11a3 3 0 0 1-3 3h-11a3 3 0 0 1-3-3v-11a3 3 0 0 1 3-3z',
    cut: 'M7.6 7.4a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0zM5.4 15.4c.5-2.7 2.2-4 4.6-4s4.1 1.3 4.6 4',
  },
  caution: { solid: 'M10 1.2 19.3 18H.7z', cut: 'M10 7v5M10 14.7v.6' },
  // an octagon with a cross
  failed: {
    solid: 'M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3z',
    cut: 'M6.7 6.7l6.6 6.6M13.3 6.7l-6.6 6.6',
  },
  inconclusive: {
    line: 'M2 10a8 8 0 1 0 16 0a8 8 0 1 0-16 0zM7.6 7.9a2.5 2.5 0 1 1 3.5 2.3c-.8.4-1.1.9-1.1 1.7M10 14.3v.5',
  },
} as const satisfies Readonly<Record<string, Shape>>;
