/** A condition about a field of the owner's, with what the field is: the compiler of filters asks no ledger. */

import type { CustomCondition } from '../../../src-shared/contract/filters.ts';
import type { FieldType } from '../../../src-shared/custom-field.ts';
import { Problem } from '../../../src-shared/problem.ts';
import type { Reading } from '../transaction.ts';
import type { FieldCondition } from './field-sql.ts';
import { storedField, valueField } from './stored-fields.ts';

/** The kind of field a condition asks of; null: of any. */
function askedType(condition: CustomCondition): FieldType | null {
  if ('in' in condition) return 'choice';
  if ('is' in condition) return 'yesNo';
  if ('days' in condition) return 'date';
  if (!('test' in condition)) return 'number';
  return 'texts' in condition ? 'text' : null;
}

/** Throws `filter-invalid` where the field is of another kind. Of a field that is gone nobody has a value. */
export function plainCondition(reading: Reading, condition: CustomCondition): FieldCondition {
  const found = storedField(reading, condition.custom);
  const asked = askedType(condition);
  if (found !== null && asked !== null && asked !== found.type) {
    throw new Problem('filter-invalid', { where: `${found.name} (${found.type})` });
  }
  const { type = 'text', choices = [] } = found ?? {};
  const mark = found === null ? '' : valueField(condition.custom);
  return { field: 'held', mark, kind: { type, choices }, condition };
}
