/** A plain register of every credential of the world, with everything that can go wrong. */
import { html } from '../reply.ts';
import type { Draft, WorldCredential } from '../world.ts';
import { escaped, page } from './markup.ts';

const URL_ = 'https://www.brackwater.example/register/';
const STYLE = 'main{max-width:800px;margin:32px auto;padding:0 20px}li{padding:6px 0}';

export function register(draft: Draft): void {
  const entries = draft.all();
  const body = `<main><h1>Register of awards</h1><ol>\n${entries.map(entry).join('\n')}\n</ol></main>`;
  draft.reply(URL_, html(page({ title: 'Register of awards', style: STYLE, body })));
  draft.page({ id: 'register', url: URL_, shows: entries.map(({ id }) => id) });
}

const entry = ({ link, title, issuer }: WorldCredential): string =>
  `<li><a href="${escaped(link)}">${escaped(title)}</a>, ${escaped(issuer)}</li>`;
