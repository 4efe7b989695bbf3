/** What the columns of a list are called: fields of the owner's by their own names. */

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListColumn } from '../../src-shared/contract/lists.ts';
import { fieldOfColumn, isFieldColumn } from '../../src-shared/custom-field.ts';
import type { ColumnName } from '../state/columns.ts';
import { useFields } from './use-fields.ts';

function useFieldNames(): (column: `field:${number}`) => string {
  const fields = useFields();
  return useCallback(
    (column) => fields?.find(({ field }) => field === fieldOfColumn(column))?.name ?? `#${fieldOfColumn(column)}`,
    [fields],
  );
}

/** On the list. */
export function useColumnNames(): (column: ColumnName) => string {
  const { t } = useTranslation('customers');
  const fieldName = useFieldNames();
  return useCallback((column) => (isFieldColumn(column) ? fieldName(column) : t(`heads.${column}`)), [t, fieldName]);
}

/** On paper. */
export function usePaperColumnNames(): (column: ListColumn) => string {
  const { t } = useTranslation('print');
  const fieldName = useFieldNames();
  return useCallback((column) => (isFieldColumn(column) ? fieldName(column) : t(`column.${column}`)), [t, fieldName]);
}
