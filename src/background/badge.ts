import { eachOnce } from '../inspect/each-once.ts';
import type { Badge } from '../platform/action.ts';
import { countByGroup, isCounted, isOneCredential } from '../present/groups.ts';
import { otherName } from '../present/other-name.ts';
import type { Say } from '../present/say.ts';
import { summaryView } from '../present/summary.ts';
import { isBusy, type PageState } from '../protocol.ts';

/**
 * The toolbar badge of a page. It counts what needs a look, as the popup does; if nothing does, it counts credentials.
 * Nothing is shown at zero.
 */
export function badgeOf(state: PageState | null, say: Say): Badge {
  const rows = eachOnce(state?.rows ?? []);
  if (state === null || (state.phase === 'not-readable' && rows.length === 0)) return none(say);
  const busy = isBusy(state);
  if (rows.length === 0 && busy) return { text: '…', tone: 'busy', title: say('ui_scanning') };
  const person = state.person ?? null;
  const verdicts = rows.map((row) =>
    row.state === 'checked'
      ? {
          verdict: { ...row.verdict, code: row.verdict.reason },
          // Names are compared once, and not with each answer.
          whose: busy ? null : otherName(row.report.credential, person),
        }
      : { verdict: null },
  );
  const count = verdicts.filter(
    (each) => isCounted(each) && isOneCredential(each.verdict?.code ?? null),
  ).length;
  const { sentence, whose } = summaryView(verdicts, say, person);
  const title = [`${say('appShortName')}: ${sentence}`, ...(whose === null ? [] : [whose])].join('\n');
  const problems = countByGroup(verdicts).get('look') ?? 0;
  if (problems > 0) return { text: short(problems), tone: 'problem', title };
  // Until every check is done, a plain number would read as "these hold".
  if (busy) return { text: '…', tone: 'busy', title };
  return { text: count === 0 ? '' : short(count), tone: 'count', title };
}

const none = (say: Say): Badge => ({ text: '', tone: 'count', title: say('actionTitle') });

/** Four characters fit. */
const short = (count: number): string => (count > 999 ? '999+' : String(count));
