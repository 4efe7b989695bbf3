/** What an entry of the journal says of a field of the owner's: its name and the value, also when the field is gone. */

import { journalledChangeSchema } from '../../../src-shared/contract/tags.ts';
import { writtenValue } from '../../../src-shared/custom-field.ts';
import type { Reading } from '../transaction.ts';
import { lastContent } from './stored-fields.ts';

/** `content`: a kept value, or the change of many that wrote one, as JSON. */
export function saidOfField(reading: Reading, field: number, table: string, content: string): string {
  const definition = lastContent(reading, field);
  const name = definition?.name ?? `#${field}`;
  if (table === 'bulk_edit') {
    const change = journalledChangeSchema.parse(JSON.parse(content));
    if (change.field === 'custom' && 'file' in change) return `${name} ← ${change.file}`;
    const value = change.field === 'custom' ? change.value : null;
    return value === null ? `− ${name}` : `${name} = ${value}`;
  }
  const written = definition === null ? content : (writtenValue(definition, content) ?? content);
  // The ledger speaks no language: yes and no are signs.
  const value = definition?.type === 'yesNo' ? (written === 'yes' ? '✓' : '✗') : written;
  return `${name} = ${value}`;
}
