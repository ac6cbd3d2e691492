import { type CardView, card } from '../present/card.ts';
import type { EarnedView, EvidenceView } from '../present/earned.ts';
import type { FactView } from '../present/fact.ts';
import { groupOf, inGroupOrder } from '../present/groups.ts';
import { withinWords } from '../present/row.ts';
import type { Say } from '../present/say.ts';
import type { PageVoice, Voice } from '../present/sentence.ts';
import { summaryView } from '../present/summary.ts';
import type { Examination } from './examination.ts';
import { missingOf } from './gaps.ts';
import { escapeText, proseHtml } from './prose.ts';
import { shortSources } from './sources.ts';

/** Nothing is loaded and nothing runs, whatever a credential's text holds. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";
const STYLE = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { max-width: 52rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: break-word; }
h1 { font-size: 1.375rem; margin: 0 0 .25rem; } h2 { font-size: 1.1875rem; margin: 0; } h3 { font-size: 1.0625rem; margin: 1rem 0 .25rem; } h4 { font-size: 1rem; margin: .75rem 0 0; } h5 { font-size: .9375rem; margin: .5rem 0 0; } p, pre, blockquote { margin: .25rem 0; } section + section { margin-top: .75rem; }
blockquote { padding-inline-start: .75rem; border-inline-start: .125rem solid #8886; }
.quiet { opacity: .75; font-size: .8125rem; overflow-wrap: anywhere; }
.sum { font-weight: 600; font-size: 1.0625rem; margin: 1rem 0; }
.overview { margin-block: 1rem; } .overview td:last-child { font-weight: 600; }
article { border: 1px solid #8886; border-inline-start: .375rem solid #68727f; border-radius: .25rem; padding: .75rem 1rem; margin: 1rem 0; }
[data-group="confirmed"] { --tone: #0b6448; } [data-group="unknown"] { --tone: #57428f; } [data-group="look"] { --tone: #a35c00; } [data-standing="failed"] { --tone: #a8201a; }
article[data-group] { border-inline-start-color: var(--tone, #68727f); }
.status { font-weight: 600; }
[dir="auto"] { text-align: -webkit-match-parent; text-align: match-parent; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: .8125rem; }
th, td { text-align: start; vertical-align: top; padding: .1875rem .5rem .1875rem 0; border-top: 1px solid #8883; overflow-wrap: anywhere; }
.overview td:nth-child(n + 3), .checks td:not(:last-child), .contacts td:nth-child(2) { overflow-wrap: normal; }
.facts td:first-child { width: 40%; }
@media screen and (max-width: 30rem) { .overview :is(tr, td) { display: block; } .overview td + td { border: 0; } }
@media print, (min-width: 40rem) { .checks td:nth-child(2) { white-space: nowrap; } }
@page { margin: 16mm; }
@media print { :root { color-scheme: light; font-size: 9.5pt; } body { margin: 0; max-width: none; padding: 0; } h1, h2, h3, h4, h5, .status { break-after: avoid-page; } tr, li, p { break-inside: avoid-page; } article { box-decoration-break: clone; -webkit-box-decoration-break: clone; } }
`;

/**
 * One page that stands alone, for reading, printing and filing. It says whose page was read and when, with one line for
 * each credential. Then each credential follows with every outcome, its reasons, and who was asked. Nothing in it loads
 * or runs.
 */
export function toHtml(examination: Examination, voice: PageVoice): string {
  const { page, items, at, contexts } = examination;
  const { say, dates, language, direction } = voice;
  const person = page?.person ?? null;
  const cards = inGroupOrder(items.map((item) => card(item, say, { dates, person })));
  const heading = person ?? page?.title ?? say('appShortName');
  const sourceOf = shortSources(cards);
  const summary = summaryView(cards, say, person);
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
${sentence(summary.sentence, 'sum')}
${sentence(summary.whose)}
${missingOf(examination)
  .map((missing) => sentence(missing.sentence(voice)))
  .join('\n')}
<table class="overview"><tbody>
${cards.map((view) => overviewRow(view, sourceOf(view.source))).join('\n')}
</tbody></table>
${cards
  .map((view) =>
    article(
      view,
      cards.find(({ key }) => key === view.within),
      voice,
    ),
  )
  .join('\n')}
${contexts.length === 0 ? '' : paragraph(`JSON-LD contexts taken from --documents: ${contexts.join(', ')}`, 'quiet')}
${sentence(say('report_limits'), 'quiet')}
</body>
</html>
`;
}

/** Of several files, a reader looks for one by its name: many hold a badge of the same title. */
const overviewRow = ({ title, issuer, verdict, whose }: CardView, source: string | null): string =>
  `<tr><td dir="auto">${escapeText(title)}${[source === title ? null : source, whose].map(below).join('')}</td>${[
    issuer,
    verdict.statusWord,
    verdict.standingWord,
  ]
    .map(cell)
    .join('')}</tr>`;

const below = (text: string | null): string =>
  text === null ? '' : `<br><span class="quiet">${escapeText(text)}</span>`;

const article = (view: CardView, outer: CardView | undefined, { say }: Voice): string => {
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
${view.alsoLinked.length === 0 ? '' : sentence(say('ui_also_linked'), 'quiet')}${view.alsoLinked.map((each) => paragraph(each, 'quiet')).join('')}
${sentence(`${view.issuer} · ${view.how}`)}
${paragraph(ladder.id, 'quiet')}
${ladder.warnings.map((warning) => sentence(warning)).join('')}
${view.holder.sentences.map((each) => sentence(each)).join('')}
${sentence(view.presented)}
${sentence(view.dates.map(({ label, value }) => say('ui_labelled', { label, value })).join(' · '))}
${view.skills.map((each) => skillLine(each, say)).join('')}
${earned(view, say)}
<h3>${escapeText(say('ui_checks'))}</h3>
<table class="checks"><tbody>
${view.checks.map(checkRow).join('\n')}
</tbody></table>
${sentence(say(view.contacted.length > 0 ? 'ui_contacted' : 'ui_contacted_none'), 'quiet')}
<table class="contacts"><tbody>
${view.contacted.map(({ address, at, outcome }) => row(address, at, outcome)).join('\n')}
</tbody></table>
${sentence(view.judgedAt, 'quiet')}
</article>`;
};

/** Every reason on a line of its own: who endorses and what they write are several. */
const checkRow = ({ name, stateWord, code, reasons }: CardView['checks'][number]): string =>
  `<tr>${cell(name)}${cell(stateWord)}${cell(code ?? '')}<td>${reasons.map(runs).join('<br>')}</td></tr>`;

const apart = (text: string): string => `<bdi>${escapeText(text)}</bdi>`;

/** Words of ours beside the record's run as the page does; each piece runs as its own letters do. */
const factRow = ({ label, value, parts }: FactView): string =>
  parts === undefined ? row(label, value) : `<tr>${cell(label)}<td>${parts.map(apart).join(' · ')}</td></tr>`;

/** Each skill runs as its own letters do: in one run of text, numbers and names of several scripts change places. */
function skillLine({ framework, skills }: CardView['skills'][number], say: Say): string {
  const named = skills.map(({ name, code }) => apart(code === null ? name : `${name} (${code})`));
  return `<p>${apart(framework ?? say('ui_skills_tags'))}: ${named.join(', ')}</p>`;
}

/** What it took to earn it, and with what result: the record's own words, of the whole and then of each achievement. */
const earned = ({ earnedWords, earned }: CardView, say: Say): string =>
  part(
    3,
    earnedWords,
    earned.map((each) => earnedPart(each, say)),
  );

function earnedPart(
  { title, description, details, results, criteria, evidence }: EarnedView,
  say: Say,
): string {
  const level = title === null ? 4 : 5;
  const facts = (each: readonly FactView[]): string =>
    each.length === 0
      ? ''
      : `<table class="facts"><tbody>\n${each.map(factRow).join('\n')}\n</tbody></table>`;
  return [
    title === null ? '' : `<h4 dir="auto">${escapeText(title)}</h4>`,
    paragraph(description),
    facts(details),
    part(level, say('ui_results'), results.length === 0 ? [] : [facts(results)]),
    part(level, say('ui_criteria'), criteria === null ? [] : [told(criteria)]),
    part(
      level,
      say('ui_evidence'),
      evidence.map((each) =>
        told(
          each,
          `${each.title ? `<p dir="auto"><strong>${escapeText(each.title)}</strong></p>` : ''}${paragraph(each.kind, 'quiet')}`,
        ),
      ),
    ),
  ].join('\n');
}

const part = (level: 3 | 4 | 5, title: string, pieces: readonly string[]): string =>
  pieces.length === 0 ? '' : `<h${level}>${escapeText(title)}</h${level}>\n${pieces.join('\n')}`;

/** One piece of it: what it is called, its prose, and where more of it is. */
const told = ({ blocks, link }: Pick<EvidenceView, 'blocks' | 'link'>, head = ''): string =>
  `<section>${head}${proseHtml(blocks)}${paragraph(link?.href ?? null, 'quiet')}</section>`;

type Kind = 'quiet' | 'sum' | 'status';
const classOf = (kind?: Kind): string => (kind ? ` class="${kind}"` : '');

/** Foreign text, which runs as its own letters do. */
const paragraph = (text: string | null, kind?: Kind): string =>
  text ? `<p${classOf(kind)} dir="auto">${escapeText(text)}</p>` : '';

/** What `say` sets apart in a sentence: foreign words. */
const SET_APART = /\u2068([^\u2066-\u2069]*)\u2069/;

/** A sentence of ours runs as the page does, whatever it begins with. Foreign words in it run as their own letters do. */
const sentence = (text: string | null, kind?: Kind): string =>
  text ? `<p${classOf(kind)}>${runs(text)}</p>` : '';

const runs = (text: string): string =>
  text
    .split(SET_APART)
    .map((part, at) => (at % 2 === 0 ? escapeText(part) : apart(part)))
    .join('');

const cell = (text: string): string => `<td dir="auto">${escapeText(text)}</td>`;
const row = (...cells: readonly string[]): string => `<tr>${cells.map(cell).join('')}</tr>`;
