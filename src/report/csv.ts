import { readableText } from '../credential/date.ts';
import type { DateText } from '../credential/model.ts';
import type { Item } from '../item.ts';
import { brief } from '../present/brief.ts';
import { titleOf } from '../present/row.ts';
import { CHECK_IDS, type CheckId, type Standing, type Status } from '../verify/report.ts';
import { csvText } from './csv-text.ts';
import type { Examination } from './examination.ts';
import { missingOf } from './gaps.ts';

type Page = Examination['page'];
type Column = readonly [heading: string, value: (item: Item, page: Page) => string | null | undefined];

const COLUMNS: readonly Column[] = [
  // Tables of several people are put together in one sheet.
  ['person', (_, page) => page?.person],
  ['page', (_, page) => page?.url],
  ['source', ({ source }) => source],
  ['link', ({ link }) => link],
  ['provider', ({ provider }) => provider?.id],
  ['title', ({ report, claim }) => (report.credential && titleOf(report.credential)) ?? claim?.title],
  ['status', ({ verdict }) => verdict.status],
  ['standing', ({ verdict }) => verdict.standing],
  ['reason', ({ verdict }) => verdict.reason],
  ['also', ({ verdict }) => verdict.also.join(' ')],
  ['issuer id', ({ report }) => report.issuer.id],
  ['issuer name', ({ report }) => report.issuer.name],
  ['issuer rung', ({ report }) => report.issuer.rung],
  ['issuer domain', ({ report }) => report.issuer.domain],
  ['holder state', ({ report }) => report.holder.state],
  ['made out to', ({ report }) => report.credential?.recipient.name],
  ['presented by', ({ presenter }) => presenter?.id],
  ['presentation', ({ presenter }) => presenter && `${presenter.proof}, ${presenter.keyBinding}`],
  ['issued', ({ report }) => dateText(report.credential?.issued ?? report.credential?.validFrom)],
  ['valid until', ({ report }) => dateText(report.credential?.validUntil)],
  ...CHECK_IDS.map((id: CheckId): Column => [id, ({ report }) => outcome(report.outcomes[id])]),
  ['contacted', ({ report }) => report.contacted.map(({ url, outcome }) => `${outcome} ${url}`).join('\n')],
  ['judged at', ({ report }) => new Date(report.at).toISOString()],
  ['also linked', ({ alsoLinked }) => alsoLinked?.join('\n')],
];

const dateText = (date: DateText | null | undefined): string | null => (date ? readableText(date) : null);

const outcome = ({ state, problem }: Item['report']['outcomes'][CheckId]): string =>
  problem ? `${state}: ${problem.code}` : state;

/** A line for what stands in no row, so that a table by itself does not read as if there were no more. */
const missingLine = ({ page, code }: ReturnType<typeof missingOf>[number]): readonly string[] => {
  const told: Readonly<Record<string, string | null | undefined>> = {
    person: page.person,
    page: page.url,
    source: page.source,
    status: 'not-checked' satisfies Status,
    standing: 'inconclusive' satisfies Standing,
    reason: code,
  };
  return COLUMNS.map(([heading]) => told[heading] ?? '');
};

/** One line for each credential. */
export const toCsv = ({ page, pages, items }: Pick<Examination, 'page' | 'pages' | 'items'>): string =>
  csvText([
    COLUMNS.map(([heading]) => heading),
    ...items.map(brief).map((item) => COLUMNS.map(([, value]) => value(item, page) ?? '')),
    ...missingOf({ page, ...(pages && { pages }) }).map(missingLine),
  ]);
