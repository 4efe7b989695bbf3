/** What every reader gives: a table of text with its header found. A reader has never heard of a marketplace. */

import type { Encoding } from '../../../src-shared/contract/imports.ts';

/** One record of a file. `cells` are the texts as the file has them: nothing trimmed, nothing read. */
export interface RawRow {
  /** 1-based record number in the file, as a spreadsheet would show it. */
  readonly row: number;
  readonly cells: readonly string[];
  /** The column inside of whose cell the file ends (0-based); absent in every other row. */
  readonly endsIn?: number;
}

export interface RepeatDown {
  /** Columns whose empty cells say the same as the one above… */
  readonly columns: readonly number[];
  /** …in rows that have something in one of these: a row of totals repeats nothing. */
  readonly where: readonly number[];
}

export interface ReadOptions {
  /** The owner's choice; without it the reader decides and says what it chose. */
  readonly encoding?: Encoding;
  /** The encoding may be guessed from the beginning of the file: see `detectEncoding`. */
  readonly fromBeginning?: boolean;
  /** The sheet of a workbook to read; without it the one whose header is best known. */
  readonly sheet?: string;
  /** Numbers that stand once for several rows. */
  readonly repeatDown?: RepeatDown;
  /** Asked between batches; when it says true the reader stops with the Problem `import-cancelled`. */
  readonly cancelled?: () => boolean;
}

/** An opened file. Opening reads no more than is needed to know the header. */
export interface Table {
  readonly format: 'csv' | 'xlsx';
  /** null for XLSX. */
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
  readonly sheet: string | null;
  /** Visible sheets that are not read; none in a CSV. */
  readonly otherSheets: readonly string[];
  /** 1-based record number of the header row. */
  readonly headerRow: number;
  /** The header's cells as printed. */
  readonly header: readonly string[];
  /** What stands above the header, a text per row. */
  readonly above: readonly string[];
  /** The records beneath the header, in batches; may be called again for a second reading. */
  rows(): AsyncIterable<readonly RawRow[]>;
  /** Bytes of the file read so far, for progress. */
  bytesRead(): number;
}
