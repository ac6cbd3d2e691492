import { useEffect, useState } from 'preact/hooks';

/** Rows that one step adds: few enough that no step delays a click, and as many as most pages show. */
const STEP = 50;

/**
 * How many rows of a long list to draw now. The first are there at once; the others follow step by step between other
 * work.
 */
export function useGradually(total: number): number {
  const [drawn, setDrawn] = useState(STEP);
  useEffect(() => {
    if (drawn >= total) return undefined;
    const next = setTimeout(() => setDrawn(drawn + STEP), 0);
    return () => clearTimeout(next);
  }, [drawn, total]);
  return Math.min(drawn, total);
}
