/** The owner's own column mappings, remembered by the header they were made for. */

import { createHash } from 'node:crypto';
import { type Mapping, mappingSchema } from '../../src-shared/contract/imports.ts';
import { headerKey } from '../../src-shared/header-words.ts';
import type { Reading, Writing } from '../ledger/transaction.ts';

export interface OwnMapping {
  readonly id: number;
  readonly name: string;
  readonly header: string[];
  readonly mapping: Mapping;
}

interface StoredMapping {
  readonly mapping_id: number;
  readonly name: string;
  readonly header: string;
  readonly mapping: string;
}

/** Two headers of the same words in the same order have the same hash, whatever their spaces and widths. */
export function headerHash(header: readonly string[]): string {
  const keys = header.map(headerKey);
  while (keys.at(-1) === '') keys.pop();
  return createHash('sha256').update(JSON.stringify(keys)).digest('hex');
}

/** Keeps a mapping for this header; an earlier one for the same header is replaced. */
export function rememberMapping(writing: Writing, header: readonly string[], name: string, mapping: Mapping): void {
  // What was found out about one file's numbers says nothing about the next file's.
  const { longNumbersWhole: _, numberDigits: __, yearFirst: ___, halfSwapped: ____, ...kept } = mapping;
  writing.connection
    .prepare(
      `insert into own_mapping (header_hash, name, header, mapping) values (?, ?, ?, ?)
       on conflict (header_hash) do update set name = excluded.name, header = excluded.header, mapping = excluded.mapping`,
    )
    .run(headerHash(header), name, JSON.stringify(header), JSON.stringify(kept));
}

/** The columns of a mapping found again under the same words in another order; null when the words differ. */
function movedTo(header: readonly string[], own: OwnMapping): Mapping | null {
  const keys = header.map(headerKey).filter((key) => key !== '');
  const ownKeys = own.header.map(headerKey);
  const filled = ownKeys.filter((key) => key !== '');
  const isSame =
    new Set(keys).size === keys.length && keys.length === filled.length && keys.every((key) => filled.includes(key));
  if (!isSame) return null;
  const places = header.map(headerKey);
  const moved = (columns: readonly number[]): number[] =>
    columns.map((column) => places.indexOf(ownKeys[column] ?? ''));
  // The keys of a Partial<Record<MappableField, …>> are fields.
  const fields = Object.entries(own.mapping.columns).map(([field, columns]): [string, number[]] => [
    field,
    moved(columns),
  ]);
  const { own: fills } = own.mapping;
  return mappingSchema.parse({
    ...own.mapping,
    columns: Object.fromEntries(fields),
    ...(fills === undefined
      ? {}
      : { own: fills.flatMap((one) => moved([one.column]).map((column) => ({ ...one, column }))) }),
  });
}

/**
 * What the owner said about this header, also with its columns in another order. null: nothing is remembered, or what is remembered no
 * longer fits the program.
 */
export function rememberedMapping(reading: Reading, header: readonly string[]): Mapping | null {
  const json = reading.connection
    .prepare<[string], string>('select mapping from own_mapping where header_hash = ?')
    .pluck()
    .get(headerHash(header));
  if (json !== undefined) {
    const read = mappingSchema.safeParse(JSON.parse(json));
    return read.success ? read.data : null;
  }
  for (const own of listMappings(reading)) {
    const moved = movedTo(header, own);
    if (moved !== null) return moved;
  }
  return null;
}

export function listMappings(reading: Reading): OwnMapping[] {
  return reading.connection
    .prepare<[], StoredMapping>('select mapping_id, name, header, mapping from own_mapping order by mapping_id')
    .all()
    .flatMap((stored) => {
      const mapping = mappingSchema.safeParse(JSON.parse(stored.mapping));
      const cells: unknown = JSON.parse(stored.header);
      if (!mapping.success || !Array.isArray(cells)) return [];
      return [{ id: stored.mapping_id, name: stored.name, header: cells.map(String), mapping: mapping.data }];
    });
}

/** Says whether there was one. Files already imported keep the mapping they were read with. */
export function forgetMapping(writing: Writing, id: number): boolean {
  return writing.connection.prepare('delete from own_mapping where mapping_id = ?').run(id).changes > 0;
}
