/** A personal site: badge images with baked data, a JSON-LD credential, an embed, and links that are no credentials. */
import { html } from '../reply.ts';
import type { Draft, WorldCredential } from '../world.ts';
import { escaped, issuedAndExpires, page } from './markup.ts';

const URL_ = 'https://mara.ellingsen.example/about/';
const SHOWN = [
  'signed-valid',
  'integrity-baked-png',
  'integrity-baked-svg',
  'integrity-2020',
  'credly-valid',
] as const;

const STYLE = `
body{background:#fbfaf7;color:#22211e;font-family:Georgia,"Times New Roman",serif}
main{max-width:720px;margin:56px auto;padding:0 20px}
h1{font-size:40px;line-height:1.15}h2{font-size:24px;margin:44px 0 16px}p{margin-top:14px}
a{color:#8a3b12}.badges{display:flex;gap:24px;flex-wrap:wrap}.badges figure{margin:0;width:150px;font-size:14px}
.badges img{width:120px;height:120px;display:block;margin-bottom:8px}
ol{padding-left:20px}ol li{margin:10px 0}footer{margin:56px 0;font-size:14px;color:#6a675f}`;

export function portfolio(draft: Draft): void {
  const [signed, png, svg, teacher, credly] = SHOWN.map((id) => draft.shown(id)) as [
    WorldCredential,
    WorldCredential,
    WorldCredential,
    WorldCredential,
    WorldCredential,
  ];
  const body = `<main>
<h1>I make services that people need not think about.</h1>
<p>I am Mara. I live by the harbour, I design for the public, and I keep a list of what I have learnt and who says so.</p>
<h2>Badges</h2><div class="badges">
${[png, svg].map((each) => `<figure><a href="${each.link}"><img src="${each.link}" alt="${escaped(each.title)} badge"></a><figcaption>${escaped(each.title)}, ${escaped(each.issuer)}</figcaption></figure>`).join('\n')}
</div>
<h2>Elsewhere</h2><ol>
<li><a href="${signed.link}">${escaped(signed.title)}</a>, ${escaped(signed.issuer)}. ${issuedAndExpires(signed)}</li>
<li><a href="${teacher.link}">${escaped(teacher.title)}</a>, ${escaped(teacher.issuer)}. ${issuedAndExpires(teacher)}</li>
</ol>
<div data-iframe-width="150" data-iframe-height="270" data-share-badge-id="${credly.link.split('/')[4]}" data-share-badge-host="https://www.credly.com"></div>
<h2>Writing</h2>
<p><a href="https://mara.ellingsen.example/notes/forms/">Forms are conversations</a> ·
<a href="https://www.credly.com/users/sign_in">where I keep my badges</a> ·
<a href="https://github.com/example/example/blob/main/package.json">code</a> ·
<img alt="build" src="data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSI4OCIgaGVpZ2h0PSIyMCI+PHJlY3Qgd2lkdGg9Ijg4IiBoZWlnaHQ9IjIwIiByeD0iMyIgZmlsbD0iIzRjMSIvPjwvc3ZnPg=="></p>
<footer>Set in Georgia. No cookies.</footer></main>`;
  draft.reply(URL_, html(page({ title: 'Mara Ellingsen', style: STYLE, body })));
  draft.page({ id: 'portfolio', url: URL_, shows: SHOWN });
}
