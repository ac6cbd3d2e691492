/** Starts the thread, which answers jobs at this port. It needs a context with workers; a service worker has none. */
export function startWorker(port: MessagePort): Worker {
  const worker = new Worker(new URL('./worker-thread.ts', import.meta.url), { type: 'module' });
  worker.postMessage(null, [port]);
  return worker;
}
