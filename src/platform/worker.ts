/** Starts the thread, which answers jobs at this port. It needs a context that has workers: no service worker has. */
export function startWorker(port: MessagePort): Worker {
  const worker = new Worker(new URL('./worker-thread.ts', import.meta.url), { type: 'module' });
  worker.postMessage(null, [port]);
  return worker;
}
