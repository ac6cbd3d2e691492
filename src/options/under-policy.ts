import { useWhileShown } from '../ui/while-shown.ts';
import type { OptionsWorld } from './world.ts';

/** Reads now, and whenever the organisation's policy changes, until the page is closed. */
export function useUnderPolicy(world: OptionsWorld, read: () => void): void {
  useWhileShown(
    (signal) => {
      world.onPolicyChanged(read, signal);
      read();
    },
    [world, read],
  );
}
