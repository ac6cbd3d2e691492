/** A public profile on a professional network: twelve credentials, every status at least once. */
import { html } from '../reply.ts';
import type { Draft, WorldCredential } from '../world.ts';
import { escaped, issuedAndExpires, mark, page, portrait } from './markup.ts';

const URL_ = 'https://www.linkedin.com/in/mara-ellingsen-demo/';

/** How the network wraps a link that leaves it; all three forms occur side by side. */
const WRAPPERS = [
  (link: string) =>
    `https://www.linkedin.com/safety/go/?url=${encodeURIComponent(link)}&urlhash=Ab1c&trk=public_profile_see-credential`,
  (link: string) =>
    `https://www.linkedin.com/redir/redirect?url=${encodeURIComponent(link)}&urlhash=I2mU&trk=public_profile_see-credential`,
  (link: string) => link,
] as const;

const SHOWN = [
  'credly-amazon',
  'google-skills',
  'coursera-award',
  'microsoft-page',
  'jwt-valid',
  'hosted-expired',
  'integrity-expired-and-revoked',
  'integrity-other-holder',
  'jwt-tampered',
  'integrity-key-not-bound',
  'hosted-bot-wall',
  'wallet-share',
] as const;

const STYLE = `
body{background:#f3f1ec;color:#1f1f1d}
a{color:#0a5a8a;text-decoration:none}a:hover{text-decoration:underline}
header.bar{background:#fff;border-bottom:1px solid #dedad1;padding:10px 24px;display:flex;gap:24px;align-items:center}
header.bar strong{font:700 20px Georgia,serif;color:#244b3c}
header.bar nav{display:flex;gap:18px;font-size:14px;color:#5a574f}
main{max-width:820px;margin:24px auto;padding:0 16px;display:grid;gap:12px}
section{background:#fff;border:1px solid #dedad1;border-radius:10px;padding:20px 24px}
section.top{padding:0;overflow:hidden}
.cover{height:130px;background:linear-gradient(115deg,#244b3c,#4d7f68 55%,#d8c48d)}
.who{padding:0 24px 20px;margin-top:-56px}
.who svg{border:4px solid #fff;border-radius:50%;display:block}
.who h1{font-size:26px;margin-top:8px}.who p{color:#4a4842}.who .small{font-size:14px;color:#6b685f}
h2{font-size:20px;margin-bottom:12px}
li.profile-section-card{display:flex;gap:14px;padding:14px 0;border-top:1px solid #eeebe3}
li.profile-section-card:first-child{border-top:0}
li h3{font-size:16px}li h4{font-size:14px;font-weight:400}.low{font-size:14px;color:#6b685f}
.btn{display:inline-block;margin-top:8px;border:1px solid #57544c;color:#3c3a35;border-radius:18px;padding:4px 16px;font-size:14px;font-weight:600}`;

export function demoProfile(draft: Draft): void {
  const entries = SHOWN.map((id) => draft.shown(id));
  draft.reply(URL_, html(page({ title: 'Mara Ellingsen | LinkedIn', style: STYLE, body: body(entries) })));
  draft.page({ id: 'demo', url: URL_, shows: SHOWN });
}

const body = (entries: readonly WorldCredential[]): string => `
<header class="bar"><strong>Commonplace</strong><nav><span>People</span><span>Jobs</span><span>Learning</span></nav></header>
<main>
<section class="top"><div class="cover"></div><div class="who">${portrait('ME', 152, 112)}
<h1 class="top-card-layout__title">Mara Ellingsen</h1>
<p>Service designer who runs what she designs · Port of Harrowgate</p>
<p class="small">Harrowgate · 214 connections</p></div></section>
<section data-section="summary"><h2>About</h2><p>I design public services and stay until they work at three in the morning. Before that: statistics, a help desk, and a ferry.</p></section>
<section data-section="experience"><h2>Experience</h2><ul>
<li class="profile-section-card">${mark('Port')}<div><h3>Lead Service Designer</h3><h4>Port of Harrowgate</h4><p class="low">2023 – present</p></div></li>
<li class="profile-section-card">${mark('Tide')}<div><h3>Service Analyst</h3><h4>Tideway County Council</h4><p class="low">2019 – 2023</p></div></li></ul></section>
<section class="core-section-container" data-section="certifications"><h2 class="core-section-container__title">Licenses &amp; Certifications</h2>
<ul class="certifications__list">
${entries.map(entry).join('\n')}
</ul></section>
<section data-section="languages"><h2>Languages</h2><p>Norwegian, English, some Dutch</p></section>
</main>`;

function entry(credential: WorldCredential, index: number): string {
  const wrap = WRAPPERS[index % WRAPPERS.length] as (link: string) => string;
  const href = escaped(wrap(credential.link));
  return `<li class="profile-section-card">${mark(credential.issuer)}<div>
<h3><a href="${href}" target="_blank" rel="nofollow noopener" data-tracking-control-name="public_profile_certification-title">${escaped(credential.title)}</a></h3>
<h4>${escaped(credential.issuer)}</h4>
<div class="low"><span>${issuedAndExpires(credential)}</span></div>
<div class="certifications__button"><a class="btn" href="${href}" target="_blank" rel="nofollow noopener" data-tracking-control-name="public_profile_see-credential">See credential</a></div>
</div></li>`;
}
