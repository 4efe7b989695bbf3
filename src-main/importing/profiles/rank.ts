/** Ranks the profiles for a header, with reasons. Between find-header and check. */

import type { MappableField, Mapping } from '../../../src-shared/contract/imports.ts';
import { headerKey } from '../../../src-shared/header-words.ts';
import { profiles } from './index.ts';
import type { Profile } from './profile.ts';

export interface Reason {
  readonly code: string;
  readonly words: readonly string[];
}

export interface Ranked {
  readonly profile: Profile;
  /** 0: does not fit. Otherwise the number of columns it can read, marks counted twice. */
  readonly score: number;
  readonly mapping: Mapping;
  readonly reasons: readonly Reason[];
}

/** Columns of each field by the words above them: first by the order of the words, then from left to right. */
export function columnsFor(
  header: readonly string[],
  fields: Readonly<Partial<Record<MappableField, readonly string[]>>>,
): Mapping['columns'] {
  const keys = header.map(headerKey);
  const columns: Mapping['columns'] = {};
  // The keys of a Partial<Record<MappableField, …>> are fields.
  for (const field of Object.keys(fields) as MappableField[]) {
    const found = (fields[field] ?? []).flatMap((word) => {
      const key = headerKey(word);
      return keys.flatMap((candidate, column) => (candidate === key ? [column] : []));
    });
    if (found.length > 0) columns[field] = [...new Set(found)];
  }
  return columns;
}

function present(keys: ReadonlySet<string>, words: readonly string[]): readonly string[] {
  return words.filter((word) => keys.has(headerKey(word)));
}

function rank(profile: Profile, header: readonly string[]): Ranked {
  const keys = new Set(header.map(headerKey));
  const columns = columnsFor(header, profile.fields);
  const marks = present(keys, profile.marks);
  const foreign = present(keys, profile.foreign);
  const fits = columns.orderNumber !== undefined && marks.length >= profile.needed && foreign.length === 0;
  const read = new Set(Object.values(columns).flat());
  const missing = (Object.keys(profile.fields) as MappableField[]).filter((field) => columns[field] === undefined);
  const reasons: Reason[] = [
    { code: 'marks', words: marks },
    { code: 'columns-read', words: [`${read.size}`, `${header.filter((cell) => cell.trim() !== '').length}`] },
    { code: 'fields-missing', words: missing.flatMap((field) => profile.fields[field]?.[0] ?? []) },
  ];
  const mapping: Mapping = {
    profile: profile.id,
    granularity: profile.granularity,
    columns,
    dateOrder: profile.dateOrder,
    // Without a payment time the status says which orders were paid.
    assumePaid: columns.paidAt === undefined,
    currency: profile.currency,
    ...(profile.firstRow === undefined ? {} : { firstRow: [...profile.firstRow] }),
    ...(profile.linesPriced === undefined ? {} : { linesPriced: profile.linesPriced }),
  };
  return {
    profile,
    score: fits ? read.size + marks.length : 0,
    mapping,
    reasons: reasons.filter(({ words }) => words.length > 0),
  };
}

/** The best first; those that do not fit are left out. */
export function rankProfiles(header: readonly string[]): readonly Ranked[] {
  return profiles
    .map((profile) => rank(profile, header))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
}
