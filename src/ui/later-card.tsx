import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { OpenCardProps } from './open-card.tsx';

let Card: ComponentType<OpenCardProps> | null = null;

/**
 * Loads what an open card needs: the public suffixes alone are twice as large as the list of rows. Surfaces call it
 * once their rows are drawn. Only pages have `import()` (vite.config.ts leaves it alone here).
 */
export async function loadCard(): Promise<void> {
  const { OpenCard } = await import('./open-card.tsx');
  Card = OpenCard;
}

/** The card of a row, as soon as it is loaded. */
export function LaterCard(props: OpenCardProps) {
  const [, setLoaded] = useState(Card !== null);
  // Needed also where the card arrives between the drawing and this effect: nothing else would draw it.
  useEffect(() => void loadCard().then(() => setLoaded(true)), []);
  return Card === null ? null : <Card {...props} />;
}
