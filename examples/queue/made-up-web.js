/** A web for the test: one server on loopback that stands for every host. The address that was meant is in the path. */

export const transportTo = (world) => ({
  hops: 'visible',
  async get({ url, accept, signal }) {
    try {
      const answer = await fetch(`${world}/${encodeURIComponent(url)}`, { headers: { accept }, signal });
      return { ok: true, value: { url, status: answer.status, headers: answer.headers, body: answer.body } };
    } catch {
      return { ok: false, problem: { code: 'network-failed' } };
    }
  },
});
