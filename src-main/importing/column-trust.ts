/** How sure each column of a file is, and why: its head is the field's own word, another of its words, or only its cells tell. Part of `recognise`. */

import type { ColumnTrust } from '../../src-shared/contract/imports.ts';
import { type MappableField, type Mapping, mappableFields } from '../../src-shared/contract/mappings.ts';
import { fieldWords, headerKey } from '../../src-shared/header-words.ts';
import { amounts, cellsOf, holdsAmounts, lookOf, mayBe } from './column-looks.ts';
import { profileById } from './profiles/index.ts';
import type { RawRow } from './readers/reader.ts';

/** Where the mapping comes from, as far as the columns are concerned. */
export type TrustSource = 'profile' | 'remembered' | 'owner' | 'none';

/** How much each reason says by itself. */
const weights: Readonly<Record<NonNullable<ColumnTrust['by']>, number>> = {
  owner: 1,
  remembered: 1,
  name: 0.95,
  alias: 0.85,
  looks: 0.6,
};
/** Cells that look like what the head says make it surer, others much less so; where all are empty nobody can tell. */
const agreeing = 0.05;
const disagreeing = 0.4;

/** Enough to see what a column holds. */
const LOOKED_AT = 60;

type Words = Readonly<Partial<Record<MappableField, readonly string[]>>>;

function reasonFor(head: string, words: readonly string[]): 'name' | 'alias' | null {
  const key = headerKey(head);
  const at = words.findIndex((word) => headerKey(word) === key);
  return at < 0 ? null : at === 0 ? 'name' : 'alias';
}

function byOf(head: string, field: MappableField, source: TrustSource, words: Words): NonNullable<ColumnTrust['by']> {
  if (source === 'owner' || source === 'remembered') return source;
  return reasonFor(head, words[field] ?? []) ?? reasonFor(head, fieldWords[field]) ?? 'looks';
}

/** One entry for each column of the header. */
export function columnTrust(
  header: readonly string[],
  rows: readonly RawRow[],
  mapping: Mapping,
  source: TrustSource,
): readonly ColumnTrust[] {
  const some = rows.slice(0, LOOKED_AT);
  const words: Words = profileById(mapping.profile)?.fields ?? fieldWords;
  return header.map((head, column) => {
    const field = mappableFields.find((name) => mapping.columns[name]?.includes(column) === true);
    if (field === undefined) return { by: null, cells: null, confidence: 0 };
    const by = byOf(head, field, source, words);
    const found = cellsOf(some, column);
    const look = lookOf(found);
    const cells = look === 'empty' ? null : mayBe(field, look) || (amounts.has(field) && holdsAmounts(found));
    const more = cells === null ? 0 : cells ? agreeing : -disagreeing;
    return { by, cells, confidence: Math.round(100 * Math.max(0, Math.min(1, weights[by] + more))) / 100 };
  });
}
