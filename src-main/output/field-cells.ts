/** Cells of the owner's fields in a list for paper and files. */

import type { CustomerRow } from '../../src-shared/contract/customers.ts';
import type { ListColumn } from '../../src-shared/contract/lists.ts';
import { type FieldColumn, fieldColumn, isFieldColumn, saidValue } from '../../src-shared/custom-field.ts';
import { storedFields } from '../ledger/fields/stored-fields.ts';
import type { Reading } from '../ledger/transaction.ts';
import type { ListCell } from './customer-list.ts';
import type { ListLanguage } from './list-heads.ts';

export interface FieldCells {
  /** False of a field that is gone: its column is left out. */
  isKnown(column: ListColumn): boolean;
  head(column: FieldColumn): string;
  kind(column: FieldColumn): 'text' | 'number';
  cell(row: CustomerRow, column: FieldColumn): ListCell;
}

export function fieldCells(reading: Reading, language: ListLanguage): FieldCells {
  const fields = new Map<string, { name: string; isNumber: boolean; type: Parameters<typeof saidValue>[0] }>(
    storedFields(reading).map(({ field, content: { name, type } }) => [
      fieldColumn(field),
      { name, type, isNumber: type === 'number' },
    ]),
  );
  return {
    isKnown: (column) => !isFieldColumn(column) || fields.has(column),
    head: (column) => fields.get(column)?.name ?? '',
    kind: (column) => (fields.get(column)?.isNumber === true ? 'number' : 'text'),
    cell(row, column) {
      const held = row.fields.find(({ field }) => fieldColumn(field) === column);
      const kind = fields.get(column);
      if (held === undefined || kind === undefined) return { kind: 'empty' };
      const text = saidValue(kind.type, held.value, language);
      return { kind: kind.isNumber ? 'number' : 'text', text };
    },
  };
}
