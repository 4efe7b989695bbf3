/** An export by article that was downloaded by order instead: one row an order, the numbers of its lines joined. Part of `recognise`. */

import type { Mapping } from '../../src-shared/contract/mappings.ts';
import { cellsOf } from './column-looks.ts';
import type { RawRow } from './readers/reader.ts';

const JOINED = /^[\w\t-]+\s*[;；]\s*\t?[\w-]+/;

/** Do the numbers of lines stand together in one cell? */
export function joinsLines(rows: readonly RawRow[], { granularity, columns }: Mapping): boolean {
  const [column] = columns.lineNumber ?? [];
  return granularity === 'line' && column !== undefined && cellsOf(rows, column).some((cell) => JOINED.test(cell));
}

/** What such a row costs is the order's amount; its lines cannot be told apart. */
export function asOrders(mapping: Mapping): Mapping {
  const { lineNumber: _, lineAmount, unitPrice: __, itemTitle, total, itemsText, ...rest } = mapping.columns;
  return {
    ...mapping,
    granularity: 'order',
    columns: {
      ...rest,
      ...(total === undefined && lineAmount !== undefined
        ? { total: lineAmount }
        : total === undefined
          ? {}
          : { total }),
      ...(itemsText === undefined && itemTitle !== undefined ? { itemsText: itemTitle } : {}),
      ...(itemsText === undefined ? {} : { itemsText }),
    },
  };
}
