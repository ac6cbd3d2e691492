/** A README as a code host renders it: images through the host's proxy, shields that only look like badges. */
import { html } from '../reply.ts';
import type { Draft, WorldCredential } from '../world.ts';
import { escaped, page } from './markup.ts';

const URL_ = 'https://github.com/ellingsen-demo/ellingsen-demo';
const SHOWN = ['badgr-valid', 'credly-revoked', 'integrity-ecdsa', 'hosted-revoked'] as const;

const STYLE = `
body{background:#fff;color:#1f2328}header{background:#f6f8fa;border-bottom:1px solid #d1d9e0;padding:16px 32px;font-weight:600}
.Box{max-width:900px;margin:24px auto;border:1px solid #d1d9e0;border-radius:6px}
.Box-header{padding:12px 16px;border-bottom:1px solid #d1d9e0;font-size:14px;font-weight:600}
.markdown-body{padding:32px}.markdown-body h1{font-size:2em;border-bottom:1px solid #d1d9e0b3;padding-bottom:.3em}
.markdown-body h2{font-size:1.5em;border-bottom:1px solid #d1d9e0b3;padding-bottom:.3em;margin:24px 0 16px}
.markdown-body p{margin:16px 0}.markdown-body ul{list-style:disc;padding-left:2em}a{color:#0969da}`;

const camo = (url: string): string =>
  `https://camo.githubusercontent.com/${'0'.repeat(64)}/${Buffer.from(url).toString('hex')}`;
const shield = (text: string, colour: string): string =>
  `<a href="https://img.shields.io/"><img alt="${text}" data-canonical-src="https://img.shields.io/badge/${text}-${colour}" src="${camo(`https://img.shields.io/badge/${text}-${colour}`)}"></a>`;

export function readme(draft: Draft): void {
  const items = SHOWN.map((id) => draft.shown(id));
  const body = `<header>ellingsen-demo / ellingsen-demo</header>
<div class="Box"><div class="Box-header">README.md</div><article class="markdown-body entry-content" itemprop="text">
<div class="markdown-heading"><h1 class="heading-element">Hello, I am Mara</h1></div>
<p>${shield('build-passing', 'green')} ${shield('licence-MIT', 'blue')}</p>
<p>I write small tools for councils: <a href="https://github.com/ellingsen-demo/queue">queue</a>, <a href="https://github.com/ellingsen-demo/forms">forms</a>.</p>
<div class="markdown-heading"><h2 class="heading-element">Credentials</h2></div>
<ul>
${items.map(item).join('\n')}
</ul></article></div>`;
  draft.reply(URL_, html(page({ title: 'ellingsen-demo/ellingsen-demo', style: STYLE, body })));
  draft.page({ id: 'readme', url: URL_, shows: SHOWN });
}

const item = ({ link, title, issuer }: WorldCredential): string =>
  `<li><a href="${escaped(link)}" rel="nofollow">${escaped(title)}</a>, ${escaped(issuer)}</li>`;
