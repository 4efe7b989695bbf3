/** Which phones and addresses of a person the owner said are good no longer. Written by `wishes.ts`. */

import { markedPointSchema, type PointMark } from '../../../src-shared/contract/profiles.ts';
import type { Reading } from '../transaction.ts';
import { factsOf } from './person-facts.ts';

/** Marks by the key of their contact point. */
export function marksOf(reading: Reading, customer: number): ReadonlyMap<string, PointMark> {
  const marks = new Map<string, PointMark>();
  for (const { item, content } of factsOf(reading, customer, 'point')) {
    const point = markedPointSchema.nullable().parse(JSON.parse(content));
    if (point !== null) marks.set(item, point.mark);
  }
  return marks;
}
