import { useEffect, useState } from 'preact/hooks';

/** Rows that one step adds: few enough that no step delays a click, and as many as most pages show. */
const STEP = 50;
/** Rows that a longer list begins with: more than a popup holds. The first step also makes everything around them. */
const BEGINNING = 20;

/**
 * How many rows of a long list to draw now. The first are there at once; the others follow step by step between other
 * work.
 */
export function useGradually(total: number): number {
  const [drawn, setDrawn] = useState(total > STEP ? BEGINNING : STEP);
  useEffect(() => {
    if (drawn >= total) return undefined;
    const next = setTimeout(() => setDrawn(drawn + STEP), 0);
    return () => clearTimeout(next);
  }, [drawn, total]);
  return Math.min(drawn, total);
}
