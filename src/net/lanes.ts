/**
 * Limits how many tasks run at once, for one host and in total. They run in order of arrival, except that a task for a
 * busy host waits.
 */
export interface Lanes {
  run<T>(host: string, task: () => Promise<T>): Promise<T>;
}

export interface LaneLimits {
  readonly perHost: number;
  readonly total: number;
}

/** At most `total` tasks run at once, and `perHost` for one host. Of those that wait, the first whose host is free is next. */
export function createLanes({ perHost, total }: LaneLimits): Lanes {
  const busy = new Map<string, number>();
  const waiting: { readonly host: string; readonly start: () => void }[] = [];
  let running = 0;
  const isFree = (host: string): boolean => running < total && (busy.get(host) ?? 0) < perHost;

  const enter = (host: string): void => {
    running++;
    busy.set(host, (busy.get(host) ?? 0) + 1);
  };
  const leave = (host: string): void => {
    running--;
    const left = (busy.get(host) ?? 1) - 1;
    if (left > 0) busy.set(host, left);
    else busy.delete(host);
    const next = waiting.findIndex((each) => isFree(each.host));
    if (next >= 0) waiting.splice(next, 1)[0]?.start();
  };

  return {
    async run(host, task) {
      if (isFree(host)) enter(host);
      else
        await new Promise<void>((resolve) => {
          // The freed lane is taken at once, so that no other task can take it in between.
          waiting.push({ host, start: () => resolve(enter(host)) });
        });
      try {
        return await task();
      } finally {
        leave(host);
      }
    },
  };
}
