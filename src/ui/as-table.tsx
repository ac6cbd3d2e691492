import type { ComponentChildren } from 'preact';
import { useSay } from './voice.ts';

interface TableRow {
  readonly key: string;
  readonly head: ComponentChildren;
  readonly cells: readonly ComponentChildren[];
}

interface AsTableProps {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** What a picture shows, as a table that is folded below it. The first column names the row. */
export function AsTable({ columns, rows }: AsTableProps) {
  const say = useSay();
  return (
    <details class="as-table">
      <summary>{say('panel_as_table')}</summary>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, head, cells }) => (
            <tr key={key}>
              <th scope="row">{head}</th>
              {cells.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
