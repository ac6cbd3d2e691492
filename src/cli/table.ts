import { type CardView, card } from '../present/card.ts';
import type { CheckView } from '../present/checks.ts';
import { withinWords } from '../present/row.ts';
import { summaryView } from '../present/summary.ts';
import type { Examination } from '../report/examination.ts';
import { missingOf } from '../report/gaps.ts';
import { shortSources } from '../report/sources.ts';
import type { CheckState, Standing } from '../verify/report.ts';
import { explainLines } from './explain.ts';
import { atMost, clean, createPaint, type Ink, type Page, toWidth, widthOf, wrap } from './terminal.ts';
import { say, VOICE } from './words.ts';
import type { World } from './world.ts';

/** Never by colour alone: a sign, a word, a colour. */
const STANDINGS: Readonly<Record<Standing, { readonly sign: string; readonly ink: Ink }>> = {
  verified: { sign: '✓', ink: 'green' },
  unrecognised: { sign: '○', ink: 'magenta' },
  caution: { sign: '!', ink: 'yellow' },
  inconclusive: { sign: '?', ink: 'blue' },
  failed: { sign: '✗', ink: 'red' },
};
const STATES: Readonly<Record<CheckState, { readonly sign: string; readonly ink: Ink }>> = {
  passed: { sign: '✓', ink: 'green' },
  warned: { sign: '!', ink: 'yellow' },
  failed: { sign: '✗', ink: 'red' },
  inconclusive: { sign: '?', ink: 'blue' },
  'not-applicable': { sign: '–', ink: 'dim' },
  'not-run': { sign: '·', ink: 'dim' },
};
const INDENT = '     ';

/** The outcome for people: one line for each credential, then each with its reasons, its issuer and who was asked. */
export function toTable(examination: Examination, { colours, columns }: World['terminal']): string {
  const paint = createPaint(colours);
  const width = Math.min(Math.max(columns, 60), 140);
  const cards = examination.items.map((item) => card(item, say));
  const { title, url } = examination.page ?? {};
  const byKey = new Map(cards.map((each) => [each.key, each]));
  const lines = [
    ...[title, url].flatMap((text) => (text ? [paint('bold', clean(text))] : [])),
    ...missingOf(examination).flatMap((missing) => indent(missing.sentence(VOICE), '', width)),
    summaryView(cards, say).sentence,
    '',
    ...overview(cards, { paint, width }),
    ...cards.flatMap((each, index) => {
      const outer = each.within === null ? undefined : byKey.get(each.within);
      const [title = '', ...rest] = detail(each, index, { paint, width });
      const within = outer === undefined ? [] : indent(withinWords(outer, say), INDENT, width);
      return ['', title, ...within, ...rest];
    }),
    ...(examination.explain ? explainLines(examination.items, { paint, width }) : []),
    ...contextLines(examination.contexts),
  ];
  return `${lines.join('\n')}\n`;
}

/** Number, standing, status, title, source and issuer: aligned, and cut at the end of the line. */
function overview(cards: readonly CardView[], { paint, width }: Page): readonly string[] {
  const sourceOf = shortSources(cards);
  const rows = cards.map(({ verdict, title, source, issuer }) => {
    const from = [sourceOf(source), issuer].filter((text) => text !== null && text !== title);
    return [verdict.statusWord, clean(title), clean(from.join(' · '))] as const;
  });
  const widest = (column: 0 | 1): number => Math.max(0, ...rows.map((row) => widthOf(row[column])));
  const status = widest(0);
  const title = Math.min(widest(1), Math.floor(width / 2.5));
  const rest = Math.max(10, width - INDENT.length - 2 - status - title - 4);
  return rows.map(([word, name, issuer], index) => {
    const { sign, ink } = STANDINGS[cards[index]?.verdict.standing ?? 'inconclusive'];
    const cells = [`${sign} ${toWidth(word, status)}`, toWidth(name, title), toWidth(issuer, rest).trimEnd()];
    return `${String(index + 1).padStart(3)}  ${paint(ink, cells[0] ?? '')}  ${cells[1]}  ${paint('dim', cells[2] ?? '')}`;
  });
}

/** Everything about one credential that a person may ask for. */
function detail(view: CardView, index: number, { paint, width }: Page): readonly string[] {
  const { verdict, ladder } = view;
  const { sign, ink } = STANDINGS[verdict.standing];
  const indented = (text: string): readonly string[] => indent(text, INDENT, width);
  const also = verdict.also.map(({ word }) => word).join(', ');
  return [
    `${String(index + 1).padStart(3)}  ${paint('bold', atMost(clean(view.title), width - INDENT.length))}`,
    `${INDENT}${paint(ink, `${sign} ${verdict.statusWord}`)}${also ? ` (${also})` : ''}  ${verdict.standingWord}`,
    ...indented(verdict.reason ?? verdict.meaning),
    ...(view.source === null
      ? []
      : [`${INDENT}${paint('dim', atMost(clean(view.source), width - INDENT.length))}`]),
    ...(view.link === null ? [] : [`${INDENT}${paint('dim', clean(view.link))}`]),
    ...(view.alsoLinked.length === 0 ? [] : [`${INDENT}${say('ui_also_linked')}`]),
    ...view.alsoLinked.map((each) => `${INDENT}  ${paint('dim', clean(each))}`),
    ...indented(ladderLine(view)),
    ...ladder.warnings.flatMap((warning) => indented(warning)),
    ...view.holder.sentences.flatMap(indented),
    ...(view.presented === null ? [] : indented(view.presented)),
    ...view.dates.map(({ label, value }) => `${INDENT}${clean(label)}: ${clean(value)}`),
    ...earnedLines(view).map((line) => `${INDENT}${atMost(clean(line), width - INDENT.length)}`),
    ...view.checks.flatMap((check) => (isAnswer(check) ? checkLines(check, { paint, width }) : [])),
    ...(['not-applicable', 'not-run'] as const).flatMap((state) => quietLine(view, state, { paint, width })),
    ...contactLines(view, { paint, width }),
  ];
}

/** Results, and frameworks of skills, of one credential that stand in the table. The rest is in the report. */
const MAX_LINES = 5;

/**
 * What was earned, as far as a line says it: results, skills, the names of several achievements. Each line begins with a
 * word of ours, so that none can be taken for the line of a check.
 */
function earnedLines({ earned, earnedWords, skills }: CardView): readonly string[] {
  const results = earned.flatMap((part) =>
    part.results.map(({ label, value }) => `${say('ui_result')}: ${label}: ${value}`),
  );
  const named = earned.flatMap(({ title }) => title ?? []);
  return [
    ...results.slice(0, MAX_LINES),
    ...skills.slice(0, MAX_LINES).map(({ framework, skills: each }) => {
      const names = each.map(({ name, code }) => (code === null ? name : `${name} (${code})`));
      return `${say('ui_skills')}: ${framework ?? say('ui_skills_tags')}: ${names.join(', ')}`;
    }),
    ...(named.length > 0 ? [`${earnedWords}: ${named.join(', ')}`] : []),
  ];
}

const indent = (text: string, by: string, width: number): readonly string[] =>
  wrap(clean(text), width - by.length).map((line) => by + line);

const isAnswer = ({ state }: CheckView): boolean => state !== 'not-applicable' && state !== 'not-run';

/** A check with an answer: its sign, its name, its answer, and every reason in words. */
function checkLines(check: CheckView, { paint, width }: Page): readonly string[] {
  const { ink, sign } = check.unvouched ? STANDINGS.unrecognised : STATES[check.state];
  const code = check.code === null ? '' : paint('dim', `  ${check.code}`);
  return [
    `${INDENT}${paint(ink, sign)} ${toWidth(check.name, 16)} ${check.stateWord}${code}`,
    ...check.reasons.flatMap((reason) => indent(reason, `${INDENT}    `, width)),
  ];
}

/** The checks without an answer, by name, so that nobody takes them for passed. */
function quietLine({ checks }: CardView, state: CheckState, { paint, width }: Page): readonly string[] {
  const quiet = checks.filter((check) => check.state === state);
  const words = `${STATES[state].sign} ${quiet[0]?.stateWord}: ${quiet.map(({ name }) => name).join(', ')}`;
  return quiet.length === 0 ? [] : indent(words, INDENT, width).map((line) => paint('dim', line));
}

/** The four rungs, reached or not, and what they rest on. */
function ladderLine({ ladder, issuer, titleFrom }: CardView): string {
  if (titleFrom !== 'record' && ladder.id === null) return issuer;
  // Where no step is reached there is no line of them, as in the card: four good words would be read as an answer.
  const rungs = ladder.rungs.some(({ reached }) => reached)
    ? ladder.rungs
        .map(({ name, reached }) => `${reached ? '✓' : '–'} ${name}`.replaceAll(' ', '\u00a0'))
        .join('  ')
    : null;
  return [issuer, ladder.id, rungs].filter(Boolean).join(' · ');
}

function contactLines({ contacted }: CardView, { paint, width }: Page): readonly string[] {
  if (contacted.length === 0) return [`${INDENT}${say('ui_contacted_none')}`];
  return [
    `${INDENT}${say('ui_contacted')}`,
    ...contacted.flatMap(({ address, at, outcome }) => [
      `${INDENT}  ${atMost(clean(address), width - INDENT.length - 2)}`,
      ...indent(`${at}: ${outcome}`, `${INDENT}    `, width).map((line) => paint('dim', line)),
    ]),
  ];
}

const contextLines = (contexts: readonly string[]): readonly string[] =>
  contexts.length === 0
    ? []
    : ['', 'JSON-LD contexts taken from --documents:', ...contexts.map((url) => `${INDENT}${clean(url)}`)];
