import { type CardView, card, type EvidenceView } from '../present/card.ts';
import { groupOf, inGroupOrder } from '../present/groups.ts';
import { withinWords } from '../present/row.ts';
import type { Say } from '../present/say.ts';
import type { Voice } from '../present/sentence.ts';
import { summaryView } from '../present/summary.ts';
import type { Examination } from './examination.ts';
import { escapeText, proseHtml } from './prose.ts';

/** Words and dates, and their language. */
export interface Written extends Voice {
  /** BCP 47 tag. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/** Nothing is loaded and nothing runs, whatever a credential's text holds. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";
const STYLE = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.375rem; margin: 0 0 .25rem; } h2 { font-size: 1.0625rem; margin: 0; } h3 { font-size: .8125rem; margin: .75rem 0 0; } p, pre, blockquote { margin: .25rem 0; }
.quiet { opacity: .75; font-size: .8125rem; overflow-wrap: anywhere; }
.sum { font-weight: 600; font-size: 1.0625rem; margin: 1rem 0; }
.overview { margin-block: 1rem; } .overview td:last-child { white-space: nowrap; font-weight: 600; }
article { border: 1px solid #8886; border-inline-start: .375rem solid #68727f; border-radius: .25rem; padding: .75rem 1rem; margin: 1rem 0; }
[data-group="confirmed"] { --tone: #0b6448; } [data-group="unknown"] { --tone: #57428f; } [data-group="look"] { --tone: #a35c00; }
article[data-group] { border-inline-start-color: var(--tone, #68727f); }
.status { font-weight: 600; }
[dir="auto"] { text-align: -webkit-match-parent; text-align: match-parent; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: .8125rem; }
th, td { text-align: start; vertical-align: top; padding: .1875rem .5rem .1875rem 0; border-top: 1px solid #8883; overflow-wrap: anywhere; }
@page { margin: 16mm; }
@media print { :root { color-scheme: light; font-size: 9.5pt; } body { margin: 0; max-width: none; padding: 0; } article { break-inside: avoid-page; } }
`;

/**
 * One page that stands alone, for reading, printing and filing. It says whose page was read and when, with one line for
 * each credential. Then each credential follows with every outcome, its reasons, and who was asked. Nothing in it loads
 * or runs.
 */
export function toHtml({ page, items, at, contexts }: Examination, written: Written): string {
  const { say, dates, language, direction } = written;
  const person = page?.person ?? null;
  const cards = inGroupOrder(items.map((item) => card(item, say, { dates, person })));
  const heading = person ?? page?.title ?? say('appShortName');
  return `<!doctype html>
<html lang="${escapeText(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>${escapeText(heading)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1 dir="auto">${escapeText(heading)}</h1>
${paragraph(page?.url ?? null, 'quiet')}
${sentence(say('report_made', { date: dates.moment(at) }), 'quiet')}
</header>
${sentence(summaryView(cards, say, person).sentence, 'sum')}
<table class="overview"><tbody>
${cards.map(overviewRow).join('\n')}
</tbody></table>
${cards
  .map((view) =>
    article(
      view,
      cards.find(({ key }) => key === view.within),
      written,
    ),
  )
  .join('\n')}
${contexts.length === 0 ? '' : paragraph(`JSON-LD contexts taken from --documents: ${contexts.join(', ')}`, 'quiet')}
${sentence(say('report_limits'), 'quiet')}
</body>
</html>
`;
}

const overviewRow = ({ title, issuer, verdict }: CardView): string =>
  row(title, issuer, verdict.statusWord, verdict.standingWord);

const article = (view: CardView, outer: CardView | undefined, { say }: Written): string => {
  const { verdict, ladder } = view;
  const also = verdict.also.map(({ word }) => word).join(', ');
  return `<article data-credential data-status="${verdict.status}" data-standing="${verdict.standing}" data-group="${groupOf(view)}">
<h2 dir="auto">${escapeText(view.title)}</h2>
${sentence(`${verdict.statusWord}${also && ` (${also})`} · ${verdict.standingWord}`, 'status')}
${sentence(verdict.reason === view.lead ? null : verdict.reason)}
${sentence(view.lead)}
${sentence(outer ? withinWords(outer, say) : null, 'quiet')}
${paragraph(view.source, 'quiet')}
${paragraph(view.link, 'quiet')}
${sentence(`${view.issuer} · ${view.how}`)}
${paragraph(ladder.id, 'quiet')}
${ladder.warnings.map((warning) => sentence(warning)).join('')}
${view.holder.sentences.map((each) => sentence(each)).join('')}
${sentence(view.presented)}
${sentence(view.dates.map(({ label, value }) => `${label}: ${value}`).join(' · '))}
${view.skills.map(skillLine).join('')}
${earned(view, say)}
<table><tbody>
${view.checks.map(({ name, stateWord, code, reasons }) => row(name, stateWord, code ?? '', reasons.join(' '))).join('\n')}
</tbody></table>
${sentence(say(view.contacted.length > 0 ? 'ui_contacted' : 'ui_contacted_none'), 'quiet')}
<table><tbody>
${view.contacted.map(({ address, at, outcome }) => row(address, at, outcome)).join('\n')}
</tbody></table>
${sentence(view.judgedAt, 'quiet')}
</article>`;
};

const skillLine = ({ framework, skills }: CardView['skills'][number]): string =>
  paragraph(`${framework === null ? '' : `${framework}: `}${skills.map(({ name }) => name).join(', ')}`);

/** What it took to earn it, and with what result: the record's own words. */
function earned({ description, details, results, criteria, evidence }: CardView, say: Say): string {
  const part = (title: string, pieces: readonly string[]): string =>
    pieces.length === 0 ? '' : `<h3>${escapeText(say(title))}</h3>\n${pieces.join('\n')}`;
  const facts = (each: CardView['details']): string =>
    `<table><tbody>\n${each.map(({ label, value }) => row(label, value)).join('\n')}\n</tbody></table>`;
  return [
    paragraph(description),
    details.length === 0 ? '' : facts(details),
    part('ui_results', results.length === 0 ? [] : [facts(results)]),
    part(
      'ui_criteria',
      criteria.map((each) => told(each.title, each)),
    ),
    part(
      'ui_evidence',
      evidence.map((each) => told([each.title, each.kind].filter((one) => one !== null).join(' · '), each)),
    ),
  ].join('\n');
}

/** One piece of it: what it is of, its prose, and where more of it is. */
const told = (title: string | null, { blocks, link }: Pick<EvidenceView, 'blocks' | 'link'>): string =>
  `<section>${title ? `<p dir="auto"><strong>${escapeText(title)}</strong></p>` : ''}${proseHtml(blocks)}${paragraph(link?.href ?? null, 'quiet')}</section>`;

type Kind = 'quiet' | 'sum' | 'status';
const classOf = (kind?: Kind): string => (kind ? ` class="${kind}"` : '');

/** Foreign text, which runs as its own letters do. */
const paragraph = (text: string | null, kind?: Kind): string =>
  text ? `<p${classOf(kind)} dir="auto">${escapeText(text)}</p>` : '';

/** What `say` sets apart in a sentence: foreign words. */
const SET_APART = /\u2068([^\u2066-\u2069]*)\u2069/;

/** A sentence of ours runs as the page does, whatever it begins with. Foreign words in it run as their own letters do. */
const sentence = (text: string | null, kind?: Kind): string =>
  text
    ? `<p${classOf(kind)}>${text
        .split(SET_APART)
        .map((part, at) => (at % 2 === 0 ? escapeText(part) : `<bdi>${escapeText(part)}</bdi>`))
        .join('')}</p>`
    : '';

const row = (...cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<td dir="auto">${escapeText(cell)}</td>`).join('')}</tr>`;
