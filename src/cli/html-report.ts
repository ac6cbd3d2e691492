import { type CardView, card } from '../present/card.ts';
import { summaryView } from '../present/summary.ts';
import type { Examination } from './json.ts';
import { say } from './words.ts';

/** Nothing is loaded and nothing runs, whatever a credential's text holds. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";
const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.125rem; margin: 0; }
article { border: 1px solid #8888; border-inline-start: .5rem solid #888; border-radius: .25rem; padding: 1rem; margin: 1rem 0; }
article[data-standing="verified"] { border-inline-start-color: #1a7f37; }
article[data-standing="unrecognised"] { border-inline-start-color: #6f5bb0; }
article[data-standing="caution"] { border-inline-start-color: #b58900; }
article[data-standing="failed"] { border-inline-start-color: #c62828; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: start; vertical-align: top; padding: .25rem .5rem; border-top: 1px solid #8884; overflow-wrap: anywhere; }
p { margin: .25rem 0; } .quiet { opacity: .75; font-size: .9rem; overflow-wrap: anywhere; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } article { break-inside: avoid; } }
`;

/** A page that stands alone, for reading, printing and filing: every outcome, with its reasons, times and addresses. */
export function toHtml(examination: Examination): string {
  const cards = examination.items.map((item) => card(item, say));
  const heading = examination.page?.title || examination.page?.url || say('appShortName');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>${escapeText(heading)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeText(heading)}</h1>
<p>${escapeText(summaryView(cards, say).sentence)}</p>
${cards.map(article).join('\n')}
${contextList(examination.contexts)}
</body>
</html>
`;
}

const article = (view: CardView): string => {
  const { verdict, ladder } = view;
  const also = verdict.also.map(({ word }) => word).join(', ');
  return `<article data-credential data-status="${verdict.status}" data-standing="${verdict.standing}">
<h2>${escapeText(view.title)}</h2>
${paragraph(`${verdict.statusWord}${also && ` (${also})`} · ${verdict.standingWord}`)}
${paragraph(verdict.reason ?? verdict.meaning)}
${paragraph(view.link, 'quiet')}
${paragraph(view.issuer)}
${paragraph(ladder.id, 'quiet')}
${paragraph(ladder.rungs.map(({ name, reachedWord }) => `${name}: ${reachedWord}`).join(' · '), 'quiet')}
${ladder.warnings.map((warning) => paragraph(warning)).join('')}
${paragraph(view.holder.sentence)}
${paragraph(view.presented)}
${view.dates.map(({ label, value }) => paragraph(`${label}: ${value}`)).join('')}
<table><tbody>
${view.checks.map(({ name, stateWord, code, reasons }) => row(name, stateWord, code ?? '', reasons.join(' '))).join('\n')}
</tbody></table>
${paragraph(say(view.contacted.length > 0 ? 'ui_contacted' : 'ui_contacted_none'))}
<table><tbody>
${view.contacted.map(({ address, at, outcome }) => row(address, at, outcome)).join('\n')}
</tbody></table>
${paragraph(view.judgedAt, 'quiet')}
</article>`;
};

const paragraph = (text: string | null, kind?: 'quiet'): string =>
  text ? `<p${kind ? ` class="${kind}"` : ''} dir="auto">${escapeText(text)}</p>` : '';

const row = (...cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<td dir="auto">${escapeText(cell)}</td>`).join('')}</tr>`;

const contextList = (contexts: readonly string[]): string =>
  contexts.length === 0
    ? ''
    : `<p class="quiet">JSON-LD contexts taken from --documents: ${contexts.map(escapeText).join(', ')}</p>`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as text: no markup, no control characters, and no direction marks that turn other words round. */
export const escapeText = (text: string): string =>
  text
    .replace(/[\u202a-\u202e\u2066-\u2069]|[^\P{Cc}\n\t]/gu, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
