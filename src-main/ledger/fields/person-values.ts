/** What stands in the owner's fields at a person. */

import { writtenValue } from '../../../src-shared/custom-field.ts';
import personMarks from '../tags/person-marks.sql?raw';
import type { Reading } from '../transaction.ts';
import { storedFields, valueField } from './stored-fields.ts';

export interface HeldValue {
  readonly field: number;
  /** As it is written: a choice by its name. */
  readonly value: string;
}

/** In the order of the fields; those without a value are left out. Made once, asked for each person; costs nothing where there is no field. */
export function valuesOfPeople(reading: Reading): (customer: number) => readonly HeldValue[] {
  const fields = storedFields(reading);
  if (fields.length === 0) return () => [];
  const ask = reading.connection.prepare<[number], { field: string; content: string }>(personMarks);
  return (customer) => {
    // The newest comes last.
    const kept = new Map(ask.all(customer).map(({ field, content }) => [field, content]));
    return fields.flatMap(({ field, content }) => {
      const value = writtenValue(content, kept.get(valueField(field)) ?? '');
      return value === null ? [] : [{ field, value }];
    });
  };
}
