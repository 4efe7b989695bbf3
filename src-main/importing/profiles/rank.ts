/** Ranks the profiles for a header, with reasons. Between find-header and check. */

import type { MappableField, Mapping } from '../../../src-shared/contract/mappings.ts';
import { headerKey } from '../../../src-shared/header-words.ts';
import { profiles } from './index.ts';
import type { Profile } from './profile.ts';

export interface Reason {
  readonly code: string;
  readonly words: readonly string[];
}

export interface Ranked {
  readonly profile: Profile;
  /** 0: does not fit. Otherwise the number of columns it knows, marks counted twice. */
  readonly score: number;
  /** Share of the header's words that this export is known to have, from 0 to 1. */
  readonly confidence: number;
  readonly mapping: Mapping;
  /** Columns whose words no generation of this export has. */
  readonly unknown: readonly number[];
  /** Fields that every generation has, and this header has not. */
  readonly missing: readonly MappableField[];
  readonly reasons: readonly Reason[];
}

type Fields = Readonly<Partial<Record<MappableField, readonly string[]>>>;

/** Of a header no profile knows, at least this share of its words must be known where its order number is not among them. */
const LEAST_KNOWN_WITHOUT_NUMBER = 0.6;

function fieldsOf(fields: Fields): readonly MappableField[] {
  // The keys of a Partial<Record<MappableField, …>> are fields.
  return Object.keys(fields) as MappableField[];
}

/** Columns of each field by the words above them: first by the order of the words, then from left to right. */
export function columnsFor(header: readonly string[], fields: Fields): Mapping['columns'] {
  const keys = header.map(headerKey);
  const columns: Mapping['columns'] = {};
  for (const field of fieldsOf(fields)) {
    const found = (fields[field] ?? []).flatMap((word) => {
      const key = headerKey(word);
      return keys.flatMap((candidate, column) => (candidate === key ? [column] : []));
    });
    if (found.length > 0) columns[field] = [...new Set(found)];
  }
  return columns;
}

const knownKeys = new Map<string, ReadonlySet<string>>();

/** All words of an export, read or not, as keys. */
function keysOf(profile: Profile): ReadonlySet<string> {
  const before = knownKeys.get(profile.id);
  if (before !== undefined) return before;
  const read = fieldsOf(profile.fields).flatMap((field) => profile.fields[field] ?? []);
  const keys = new Set([...read, ...profile.unread, ...profile.marks].map(headerKey));
  knownKeys.set(profile.id, keys);
  return keys;
}

function present(keys: ReadonlySet<string>, words: readonly string[]): readonly string[] {
  return words.filter((word) => keys.has(headerKey(word)));
}

export function mappingFor(profile: Profile, columns: Mapping['columns']): Mapping {
  return {
    profile: profile.id,
    granularity: profile.granularity,
    columns,
    dateOrder: profile.dateOrder,
    // Without a payment time the status says which orders were paid.
    assumePaid: columns.paidAt === undefined && profile.granularity !== 'afterSale',
    currency: profile.currency,
    ...profile.reading,
  };
}

function rank(profile: Profile, header: readonly string[], keys: readonly string[]): Ranked {
  const words = new Set(keys);
  const columns = columnsFor(header, profile.fields);
  const marks = present(words, profile.marks);
  const foreign = present(words, profile.foreign);
  const known = keysOf(profile);
  const filled = keys.flatMap((key, column) => (key === '' ? [] : [column]));
  const unknown = filled.filter((column) => !known.has(keys[column] ?? ''));
  const confidence = filled.length === 0 ? 0 : 1 - unknown.length / filled.length;
  const isNumbered = columns.orderNumber !== undefined || confidence >= LEAST_KNOWN_WITHOUT_NUMBER;
  const fits = isNumbered && marks.length >= profile.needed && foreign.length === 0;
  const read = new Set(Object.values(columns).flat());
  const lacks = (field: MappableField): boolean => columns[field] === undefined;
  const missingWords = fieldsOf(profile.fields)
    .filter(lacks)
    .flatMap((field) => profile.fields[field]?.[0] ?? []);
  const reasons: Reason[] = [
    { code: 'marks', words: marks },
    { code: 'columns-read', words: [`${read.size}`, `${filled.length}`] },
    { code: 'fields-missing', words: missingWords },
  ];
  return {
    profile,
    score: fits ? filled.length - unknown.length + marks.length : 0,
    confidence,
    mapping: mappingFor(profile, columns),
    unknown,
    missing: profile.always.filter(lacks),
    reasons: reasons.filter(({ words }) => words.length > 0),
  };
}

/** The best first; those that do not fit are left out. */
export function rankProfiles(header: readonly string[]): readonly Ranked[] {
  const keys = header.map(headerKey);
  return profiles
    .map((profile) => rank(profile, header, keys))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
}
