/** What stands at a person before and after a change of many, as it is read: all of their tags, their note, the value of a field. */

import type { ResultOf } from '../../../src-shared/contract/index.ts';
import type { BulkChange } from '../../../src-shared/contract/tags.ts';
import { writtenValue } from '../../../src-shared/custom-field.ts';
import { standingField } from '../fields/stored-fields.ts';
import { tagsOfPeople } from '../tags/person-tags.ts';
import type { Reading } from '../transaction.ts';

export interface BulkExample {
  readonly customer: number;
  readonly name: string;
  /** As it is kept. */
  readonly before: string | null;
  readonly after: string | null;
}

interface BulkWords {
  kept(content: string): string;
  example(example: BulkExample): ResultOf<'customers.bulkPreview'>['examples'][number];
}

/** Throws `field-unknown`. */
export function bulkWords(reading: Reading, change: BulkChange): BulkWords {
  const definition = change.field === 'custom' ? standingField(reading, change.custom) : null;
  const kept = (content: string): string => (definition === null ? content : (writtenValue(definition, content) ?? ''));
  const tagsOf = tagsOfPeople(reading);
  return {
    kept,
    example({ customer, name, before, after }) {
      if (change.field !== 'tag') return { customer, name, before: kept(before ?? ''), after: kept(after ?? '') };
      const had = tagsOf(customer).map((one) => one.name);
      const has = 'add' in change ? [...had, change.add] : had.filter((one) => one !== change.remove);
      return { customer, name, before: had.join('、'), after: has.join('、') };
    },
  };
}
