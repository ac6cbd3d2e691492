/** A page that wants its reader's browser to ask where nobody should: hosts of the inside, in every notation. */
import { html } from '../reply.ts';
import type { Draft } from '../world.ts';
import { page } from './markup.ts';

const URL_ = 'https://traps.brackwater.example/';
const HOSTS = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f.0.0.1',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '10.0.0.1',
  '192.168.0.1',
  '169.254.169.254',
  'localhost',
  'printer.local',
  'intranet',
];

export function traps(draft: Draft): void {
  const honest = draft.shown('jwt-valid');
  const links = HOSTS.map(
    (host) =>
      `<li><a href="https://${host}/assertions/1.json">${host}</a> <img alt="" src="https://${host}/badges/1-baked.png"></li>`,
  );
  const body = `<main><h1>Awards</h1><ul><li><a href="${honest.link}">${honest.title}</a></li>${links.join('')}</ul></main>`;
  // images are not fetched by the page itself: what the proxy sees of these hosts would be the extension's doing
  const head = `<meta http-equiv="content-security-policy" content="img-src 'none'">`;
  draft.reply(URL_, html(page({ title: 'Awards', style: '', head, body })));
  draft.page({ id: 'traps', url: URL_, shows: ['jwt-valid'] });
}
