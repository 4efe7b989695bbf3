/**
 * Text to records: RFC 4180, and what real exports do besides (unquoted `="123"`, LF, CR and CRLF mixed, quotes inside quotes
 * that are not doubled). Fed in pieces, keeps no more than one cell.
 */

/** A quote that never closes would swallow the rest of the file: beyond this it is called broken. */
export const longestCell = 1 << 20;

/** The text ends inside of a quoted cell. */
export interface QuoteOpen {
  readonly kind: 'quote-open';
  readonly record: number;
  /** The cells of the record before it. */
  readonly cells: readonly string[];
  /** What stands behind the opening quote, as it stands. */
  readonly open: string;
}

/** What stopped the reading: the caller makes a Problem of it. */
export type RecordsFault = { readonly kind: 'too-many-columns' | 'cell-endless'; readonly record: number } | QuoteOpen;

export interface CsvRecords {
  /** Takes a piece of text; complete records go to `onRecord`. Stops at a fault and returns it. */
  write(text: string): RecordsFault | null;
  end(): RecordsFault | null;
}

export function isEmptyRow({ cells }: { readonly cells: readonly string[] }): boolean {
  return cells.every((cell) => cell === '' || cell.trim() === '');
}

const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;

/** Splits text at `delimiter` (one character). `onRecord` gets each record's number (from 1) and cells. */
export function csvRecords(
  delimiter: string,
  maxColumns: number,
  onRecord: (record: number, cells: string[]) => void,
): CsvRecords {
  const separator = delimiter.charCodeAt(0);
  let rest = '';
  let record = 1;
  let cells: string[] = [];

  /** Ends the cell at `at`; returns where the next one starts, or -1 when more text is needed to know. */
  const closeCell = (text: string, at: number, value: string, final: boolean): number => {
    const code = at < text.length ? text.charCodeAt(at) : -1;
    if (code === CR && at + 1 === text.length && !final) return -1;
    cells.push(value);
    if (code === separator) return at + 1;
    onRecord(record, cells);
    record++;
    cells = [];
    return code === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
  };

  const quotedCell = (text: string, from: number, final: boolean): number => {
    let search = from + 1;
    for (;;) {
      const quote = text.indexOf('"', search);
      if (quote < 0) return -1;
      if (text.charCodeAt(quote + 1) === QUOTE) {
        search = quote + 2;
        continue;
      }
      let after = quote + 1;
      while (text.charCodeAt(after) === SPACE) after++;
      if (after >= text.length && !final) return -1;
      const code = after < text.length ? text.charCodeAt(after) : -1;
      if (code === -1 || code === separator || code === CR || code === LF) {
        return closeCell(text, after, text.slice(from + 1, quote).replaceAll('""', '"'), final);
      }
      // A lone quote in the middle of a quoted cell: it is meant literally.
      search = quote + 1;
    }
  };

  const plainCell = (text: string, from: number, final: boolean): number => {
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === separator || code === LF || code === CR) return closeCell(text, at, text.slice(from, at), final);
    }
    return final ? closeCell(text, text.length, text.slice(from), final) : -1;
  };

  const read = (text: string, final: boolean): RecordsFault | null => {
    let at = 0;
    while (at < text.length || (final && cells.length > 0)) {
      const quoted = text.charCodeAt(at) === QUOTE;
      const next = quoted ? quotedCell(text, at, final) : plainCell(text, at, final);
      if (next < 0) break;
      if (cells.length > maxColumns) return { kind: 'too-many-columns', record };
      at = next;
    }
    rest = text.slice(at);
    if (final && rest !== '') return { kind: 'quote-open', record, cells, open: rest.slice(1) };
    return rest.length > longestCell ? { kind: 'cell-endless', record } : null;
  };

  return {
    write: (text) => read(rest + text, false),
    end: () => read(rest, true),
  };
}
