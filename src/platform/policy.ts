/** The organisation's policy, in `storage.managed`. */
import { browser } from './browser.ts';

/** What the organisation's policy says of this; undefined where there is no policy (Firefox then rejects the question). */
export async function prescribedAs(name: string): Promise<unknown> {
  const policy: Record<string, unknown> = await browser.storage.managed.get(name).catch(() => ({}));
  return policy[name];
}

/** Calls back whenever the organisation's policy changes. Firefox reads it once, when it starts. */
export function onPolicyChanged(listener: () => void, signal?: AbortSignal): void {
  const { onChanged } = browser.storage.managed;
  onChanged?.addListener(listener);
  signal?.addEventListener('abort', () => onChanged?.removeListener(listener));
}
