/** What one address of the world does when it is asked. */
export type Reply =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array;
    }
  /** Takes the connection and never answers. */
  | { readonly kind: 'hang' }
  /** Drops the connection. */
  | { readonly kind: 'drop' };

const answer = (status: number, type: string, body: string | Uint8Array): Reply => ({
  kind: 'answer',
  status,
  headers: { 'content-type': type },
  body: typeof body === 'string' ? Buffer.from(body, 'utf8') : body,
});

export const json = (value: unknown, status = 200): Reply =>
  answer(status, 'application/json; charset=utf-8', JSON.stringify(value));
export const text = (value: string, type = 'text/plain; charset=utf-8'): Reply => answer(200, type, value);
export const html = (value: string, status = 200): Reply => answer(status, 'text/html; charset=utf-8', value);
export const bytes = (value: Uint8Array, type: string): Reply => answer(200, type, value);
export const status = (code: number, body = ''): Reply => answer(code, 'text/plain; charset=utf-8', body);
export const redirect = (to: string, code = 302): Reply => ({
  kind: 'answer',
  status: code,
  headers: { location: to },
  body: new Uint8Array(),
});
export const hang: Reply = { kind: 'hang' };
export const drop: Reply = { kind: 'drop' };

/** The interstitial that content networks put before whatever looks automated. */
export const botWall: Reply = {
  kind: 'answer',
  status: 403,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cf-mitigated': 'challenge', server: 'cloudflare' },
  body: Buffer.from(
    '<!doctype html><html lang="en"><title>Just a moment...</title><body><h1>Checking your browser</h1>' +
      '<p>Enable JavaScript and cookies to continue</p><script src="/cdn-cgi/challenge-platform/h/b/orchestrate"></script></body></html>',
  ),
};
