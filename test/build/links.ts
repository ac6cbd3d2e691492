/** Links of a form that is recognised, to badges that nobody was awarded. */

/** The n-th badge of a platform. */
export const credlyBadge = (n = 1): string =>
  `https://www.credly.com/badges/00000000-1111-4222-8333-${String(n).padStart(12, '0')}`;
