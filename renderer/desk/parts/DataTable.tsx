import type { ReactNode } from 'react';

interface Column<Row> {
  key: string;
  heading: string;
  cell: (row: Row) => ReactNode;
  align?: 'end' | undefined;
}

interface DataTableProps<Row> {
  caption: string;
  isCaptionHidden?: boolean | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string | number;
  /** What is said where there are no rows. */
  empty: string;
}

/** A plain table of data; where there is nothing, words. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, isCaptionHidden = false, columns, rows, keyOf, empty } = props;
  if (rows.length === 0) return <p className="desk-table__empty">{empty}</p>;
  return (
    <div className="desk-table__frame">
      <table className="desk-table">
        <caption className={isCaptionHidden ? 'desk-hidden' : 'desk-table__caption'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, heading, align }) => (
              <th key={key} scope="col" className={cellClass(align)}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ key, cell, align }) => (
                <td key={key} className={cellClass(align)}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function cellClass(align: 'end' | undefined): string | undefined {
  return align === 'end' ? 'desk-table__end' : undefined;
}
