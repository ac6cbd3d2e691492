/** A page of a university about one of its people. */
import { html } from '../reply.ts';
import type { Draft, WorldCredential } from '../world.ts';
import { escaped, issuedAndExpires, page, portrait } from './markup.ts';

const URL_ = 'https://www.aldermoor.example/people/m-ellingsen';
const SHOWN = ['jwt-valid', 'jwt-expired', 'integrity-holder-matches', 'jwt-revoked'] as const;

const STYLE = `
body{background:#fff;color:#1b1d22}header{background:#3a1f5c;color:#fff;padding:18px 40px;font:700 20px Georgia,serif}
nav{background:#efeaf6;padding:10px 40px;font-size:14px;display:flex;gap:20px}
main{max-width:960px;margin:32px auto;padding:0 24px;display:grid;grid-template-columns:220px 1fr;gap:40px}
h1{font:700 32px Georgia,serif}h2{font:700 21px Georgia,serif;margin:28px 0 10px}dt{font-weight:600;font-size:14px;margin-top:10px}
table{border-collapse:collapse;width:100%;font-size:15px}td,th{text-align:left;padding:8px 10px;border-bottom:1px solid #ddd6e8}a{color:#5a2d91}`;

export function staffPage(draft: Draft): void {
  const rows = SHOWN.map((id) => draft.shown(id));
  const body = `<header>Aldermoor University</header><nav><span>Study</span><span>Research</span><span>People</span></nav>
<main><aside>${portrait('ME', 265, 200)}<dl><dt>Office</dt><dd>Quay Building, 2.14</dd><dt>Hours</dt><dd>Thursday, 14–16</dd></dl></aside>
<article><h1>Mara Ellingsen</h1><p>Visiting lecturer, School of Public Design</p>
<h2>Teaching</h2><p>Service Analysis (PD 214), Statistics for Designers (PD 117)</p>
<h2>Qualifications</h2><table><thead><tr><th scope="col">Award</th><th scope="col">From</th><th scope="col">Dates</th></tr></thead><tbody>
${rows.map(row).join('\n')}
</tbody></table></article></main>`;
  draft.reply(URL_, html(page({ title: 'Mara Ellingsen, Aldermoor University', style: STYLE, body })));
  draft.page({ id: 'staff', url: URL_, shows: SHOWN });
}

const row = (credential: WorldCredential): string =>
  `<tr><td><a href="${escaped(credential.link)}">${escaped(credential.title)}</a></td><td>${escaped(credential.issuer)}</td><td>${issuedAndExpires(credential)}</td></tr>`;
