/** `--filter`: nested conditions as JSON on the command line, or in a file. */

import { readFileSync } from 'node:fs';
import { type FilterNode, filterNodeSchema, whereAmiss } from '../../../src-shared/contract/filters.ts';
import { Problem } from '../../../src-shared/problem.ts';
import type { Desk } from '../desk.ts';

function textOf(given: string): string {
  if (given.trimStart().startsWith('{')) return given;
  try {
    return readFileSync(given, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Problem('file-not-found', { name: given });
    }
    throw new Problem('file-unreadable', { name: given });
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON at all: there is no place to name.
    throw new Problem('filter-invalid', { where: '' });
  }
}

/** Nothing where none is given. Throws `filter-invalid` with the place that cannot be read, `file-not-found`, `file-unreadable`. */
export function filterOption(desk: Desk): { where?: FilterNode } {
  const given = desk.invocation.options['filter'];
  if (given === undefined) return {};
  const value = jsonOf(textOf(given));
  const read = filterNodeSchema.safeParse(value);
  if (!read.success) throw new Problem('filter-invalid', { where: whereAmiss(value) ?? '' });
  return { where: read.data };
}
