import { useEffect } from 'preact/hooks';
import type { OptionsWorld } from './world.ts';

/** Reads now, and whenever the organisation's policy changes, until the page is closed. */
export function useUnderPolicy(world: OptionsWorld, read: () => void): void {
  useEffect(() => {
    const owner = new AbortController();
    world.onPolicyChanged(read, owner.signal);
    read();
    return () => owner.abort();
  }, [world, read]);
}
