/**
 * rdf-canonize yields between steps through `setImmediate`, which browsers lack. A message to oneself also runs after
 * the current task, and is not delayed as nested timers are. This replaces the `setimmediate` package (vite.config.ts),
 * because an extension's CSP refuses its `new Function`.
 */
const waiting: (() => void)[] = [];
const channel = new MessageChannel();
channel.port1.onmessage = () => waiting.shift()?.();

Object.assign(globalThis, {
  setImmediate: (task: () => void) => {
    waiting.push(task);
    channel.port2.postMessage(null);
  },
});
