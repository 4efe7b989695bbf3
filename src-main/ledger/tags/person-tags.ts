/** Which tags a person has. */

import type { Reading } from '../transaction.ts';
import personMarks from './person-marks.sql?raw';
import { markField, rootOf, storedTags } from './stored-tags.ts';

const alphabet = new Intl.Collator('zh-CN');
export const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  alphabet.compare(a.name, b.name);

interface Held {
  readonly tag: number;
  readonly name: string;
}

/** By name. Made once, asked for each person; costs nothing where there is no tag. */
export function tagsOfPeople(reading: Reading): (customer: number) => readonly Held[] {
  const tags = storedTags(reading);
  if (tags.length === 0) return () => [];
  const roots = new Map(tags.map((one) => [markField(one.tag), rootOf(tags, one.tag)]));
  const ask = reading.connection.prepare<[number], { field: string; content: string }>(personMarks);
  return (customer) => {
    const held = new Map<number, Held>();
    for (const { field, content } of ask.all(customer)) {
      const root = roots.get(field) ?? null;
      if (root === null) continue;
      // The newest comes last.
      if (content === '') held.delete(root.tag);
      else held.set(root.tag, { tag: root.tag, name: root.content.name });
    }
    return [...held.values()].sort(byName);
  };
}
