/**
 * rdf-canonize yields between steps through `setImmediate`, which browsers lack. A message to oneself runs after the
 * current task, like it, and is not held back as nested timers are. Stands in for the `setimmediate` package
 * (vite.config.ts), whose `new Function` an extension's CSP refuses.
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
