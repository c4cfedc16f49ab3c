import { useId, type ReactNode } from 'react';
import type { Locale } from '@/lib/kernel/locale';
import { getTexts } from '@/components/texts/get-texts';
import styles from './table.module.css';

export interface Column<Row> {
  key: string;
  head: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand to the right, in tabular figures. */
  figures?: boolean;
  /** Makes the head a link; `sorted` says whether the rows stand in this order now. */
  sort?: { href: string; sorted?: 'ascending' | 'descending' | undefined };
  /** Its cells say what they are: on a phone no head stands before them. */
  saysItself?: boolean;
  /** The cell that names the row. One column a table. */
  rowHead?: boolean;
}

export interface TableProps<Row> {
  locale: Locale;
  caption: ReactNode;
  /** Hides the caption from the eye when a heading above says the same. */
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The row that stands open beside the list. */
  selected?: string | undefined;
  /** What will fill an empty table. */
  empty: ReactNode;
}

/** With more columns than this a table needs a wider screen before its head can stay. */
const manyColumns = 7;

/**
 * A table as long as it is. Where it has room its head stays while the page scrolls; where it is too
 * wide it scrolls sideways inside itself; on a phone every row is a block of lines.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { locale, caption, captionHidden, columns, rows, rowKey, selected, empty } = props;
  const t = getTexts(locale, 'common');
  const captionId = useId();
  if (rows.length === 0) return <p className={styles.empty}>{empty}</p>;
  return (
    <div className={styles.room} data-columns={columns.length > manyColumns ? 'many' : undefined}>
      <section className={styles.frame} tabIndex={0} aria-labelledby={captionId}>
        <table className={`ds-table ${styles.table}`} data-color="neutral">
          <caption id={captionId} className={captionHidden ? 'ds-sr-only' : styles.caption}>
            {captionHidden ? caption : <span className={styles.captionWords}>{caption}</span>}
          </caption>
          <thead>
            <tr>
              {columns.map(({ key, head, figures, sort }) => (
                <th
                  key={key}
                  scope="col"
                  className={figures ? styles.figures : undefined}
                  aria-sort={sort?.sorted}
                >
                  {sort === undefined ? (
                    head
                  ) : (
                    <a href={sort.href} className={styles.sort} data-sorted={sort.sorted}>
                      <span className="ds-sr-only">{t('sort.by', { column: head })}</span>
                      <span aria-hidden="true">{head}</span>
                    </a>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const key = rowKey(row);
              return (
                <tr key={key} data-selected={key === selected ? 'true' : undefined}>
                  {columns.map((column) => {
                    const className = column.figures ? styles.figures : undefined;
                    return column.rowHead ? (
                      <th key={column.key} scope="row" className={className}>
                        {column.cell(row)}
                      </th>
                    ) : (
                      <td
                        key={column.key}
                        className={className}
                        data-head={column.saysItself ? undefined : column.head}
                      >
                        {column.cell(row)}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </div>
  );
}
