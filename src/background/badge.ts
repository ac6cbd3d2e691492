import type { Badge } from '../platform/action.ts';
import type { Say } from '../present/say.ts';
import { isOneCredential, summaryView } from '../present/summary.ts';
import { isBusy, type PageState, type Row } from '../protocol.ts';

/** Headlines that ask for a question to the person, whoever the issuer is. */
const PROBLEMS: readonly string[] = ['failed', 'revoked', 'expired', 'holder-mismatch'];

const isProblem = (row: Row): boolean => row.state === 'checked' && PROBLEMS.includes(row.verdict.status);

/** The toolbar badge of a page: the number of problems, else of credentials; nothing at zero. */
export function badgeOf(state: PageState | null, say: Say): Badge {
  const rows = state?.rows ?? [];
  if (state === null || (state.phase === 'not-readable' && rows.length === 0)) return none(say);
  const busy = isBusy(state);
  if (rows.length === 0 && busy) return { text: '…', tone: 'busy', title: say('ui_scanning') };
  const verdicts = rows.map((row) => ({
    verdict: row.state === 'checked' ? { ...row.verdict, code: row.verdict.reason } : null,
  }));
  const count = rows.filter((row) => row.state === 'checking' || isOneCredential(row.verdict.reason)).length;
  const title = `${say('appShortName')}: ${summaryView(verdicts, say).sentence}`;
  const problems = rows.filter(isProblem).length;
  if (problems > 0) return { text: short(problems), tone: 'problem', title };
  // Until all is settled a plain number would read as "these hold".
  if (busy) return { text: '…', tone: 'busy', title };
  return { text: count === 0 ? '' : short(count), tone: 'count', title };
}

const none = (say: Say): Badge => ({ text: '', tone: 'count', title: say('actionTitle') });

/** Four characters fit. */
const short = (count: number): string => (count > 999 ? '999+' : String(count));
