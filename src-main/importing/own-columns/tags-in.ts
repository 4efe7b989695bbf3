/** Tags in a cell: '老客、送礼' are two. null: one is too long to be a tag. Pure. */

import { tagNameSchema } from '../../../src-shared/contract/tags.ts';

export function tagsIn(text: string): readonly string[] | null {
  const names = text
    .split(/[、,，;；|\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.every((name) => tagNameSchema.safeParse(name).success) ? [...new Set(names)] : null;
}
