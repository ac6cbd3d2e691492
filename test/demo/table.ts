import type { ShownRow } from '../e2e/popup.ts';

const COLOURS: Readonly<Record<string, string>> = {
  verified: '\u001b[32m',
  unrecognised: '\u001b[35m',
  caution: '\u001b[33m',
  failed: '\u001b[31m',
  inconclusive: '\u001b[36m',
};
const SIGNS: Readonly<Record<string, string>> = {
  verified: '●',
  unrecognised: '■',
  caution: '▲',
  failed: '✕',
  inconclusive: '○',
};
const RESET = '\u001b[0m';

/** The rows of a popup as lines of text, one a credential; colours only where somebody sees them. */
export function table(rows: readonly ShownRow[], { colours }: { readonly colours: boolean }): string {
  const cells = rows.map(({ standing, status, title, issuer }) => ({
    standing,
    columns: [SIGNS[standing] ?? '·', status, standing, title, issuer],
  }));
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...cells.map(({ columns }) => columns[column]?.length ?? 0)),
  );
  const line = (columns: readonly string[]): string =>
    columns
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return cells
    .map(({ standing, columns }) =>
      colours ? `${COLOURS[standing] ?? ''}${line(columns)}${RESET}` : line(columns),
    )
    .join('\n');
}
