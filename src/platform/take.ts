import type { PageVoice } from '../present/sentence.ts';
import type { Examination } from '../report/examination.ts';
import { saveFile } from './save-file.ts';

export type TakenKind = 'summary' | 'report' | 'csv' | 'json' | 'receipt';

/** `touchstone-2026-11-28-ada-lovelace.html`: sorts by day, and says whose it is. */
function nameOf({ page, at }: Examination, ending: string): string {
  const whose = (page?.person ?? page?.title ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const day = new Date(at).toISOString().slice(0, 10);
  return ['touchstone', day, ...(whose === '' ? [] : [whose])].join('-') + ending;
}

/**
 * Hands out the findings in one of their forms. The code for a form is loaded when it is first asked for. Only pages
 * import this file, because they have `import()` and the worker does not (vite.config.ts leaves it alone here).
 */
export async function take(kind: TakenKind, examination: Examination, voice: PageVoice): Promise<void> {
  switch (kind) {
    case 'summary': {
      const { toText } = await import('../report/text.ts');
      return navigator.clipboard.writeText(toText(examination, voice));
    }
    case 'report': {
      const { toHtml } = await import('../report/html.ts');
      return saveFile(nameOf(examination, '.html'), toHtml(examination, voice), 'text/html');
    }
    case 'csv': {
      const { toCsv } = await import('../report/csv.ts');
      return saveFile(nameOf(examination, '.csv'), toCsv(examination), 'text/csv');
    }
    case 'json': {
      const { toJsonText } = await import('../report/json.ts');
      return saveFile(
        nameOf(examination, '.json'),
        `${toJsonText(examination, voice)}\n`,
        'application/json',
      );
    }
    case 'receipt': {
      const [{ makeReceipt }, { toJson }, { receiptKey }] = await Promise.all([
        import('../report/receipt.ts'),
        import('../report/json.ts'),
        import('./receipt-key.ts'),
      ]);
      const receipt = await makeReceipt(toJson(examination, voice), await receiptKey());
      return saveFile(nameOf(examination, '.jws'), receipt, 'application/jose');
    }
  }
}
