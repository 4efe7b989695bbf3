/**
 * Is this table one that is imported already, to the byte, and read the very same way? Then what its rows say is known, and it is not read
 * again. Before `copy-repeated`.
 */

import type { Database } from 'better-sqlite3';
import type { Table } from '../readers/reader.ts';
import { mappingIn, noticeOf, type StagedSource } from '../stage-groups.ts';
import findRepeated from './find-repeated.sql?raw';

/** A live import of the same table. */
export interface Repeated {
  readonly file: number;
  readonly sha256: string;
  readonly rows: number;
  readonly currency: string;
  /** As the file names it; null where it names none, or the owner did. */
  readonly shopName: string | null;
}

interface Found extends Repeated {
  readonly mapping: string;
}

/** What decides how a file is read, beside its bytes, header and mapping: `import_file.reading`. */
export function readingJson({ latest, shopChosen }: Pick<StagedSource, 'latest' | 'shopChosen'>): string {
  return JSON.stringify({ rules: __RULES__, latest, shopChosen });
}

/** `hash`: asked only where a file of the same size was read the same way. null: it must be read. */
export async function repeatedTable(
  ledger: Database,
  source: StagedSource,
  table: Table,
  hash: () => Promise<string>,
): Promise<Repeated | null> {
  if (source.fixes.length > 0) return null;
  const found = ledger.prepare<[Record<string, string | number | null>], Found>(findRepeated).all({
    bytes: source.bytes,
    format: table.format,
    encoding: table.encoding,
    sheet: table.sheet,
    headerRow: table.headerRow,
    header: JSON.stringify(table.header),
    notice: noticeOf(table),
    marketplace: source.marketplace,
    rules: __RULES__,
    shopChosen: source.shopChosen ? 1 : 0,
    latest: source.latest,
  });
  const alike = found.filter(({ mapping, currency }) => mapping === mappingIn(source.mapping, currency));
  if (alike.length === 0) return null;
  const sha256 = await hash();
  const same = alike.find((file) => file.sha256 === sha256);
  if (same === undefined) return null;
  return { ...same, shopName: source.shopChosen ? null : same.shopName };
}
