/** Where rows go: a text file in its encoding, or a workbook. Rows are written as they come, so that a file may be of any size. */

import { closeSync, openSync, writeSync } from 'node:fs';
import { columnName, otherParts, sheetPart } from '../output/workbook-xml.ts';
import { zipWriter } from '../output/zip-writer.ts';
import { encodeGb18030 } from './gb18030.ts';
import type { Container } from './writer.ts';

export interface Sink {
  /** `numberAt`: the column of a cell that a workbook holds as a number. */
  put(cells: readonly string[], numberAt?: number | null): void;
  /** Ends the file. `cut`: in the middle of its last row, as a download that broke off. True: there was something to cut. */
  close(cut?: boolean): Promise<boolean>;
}

export const extensions: Readonly<Record<Container, string>> = {
  gb18030: 'csv',
  utf8: 'csv',
  'utf8-bom': 'csv',
  tsv: 'txt',
  xlsx: 'xlsx',
};

const PIECE = 512 * 1024;

/** A formula that guards a number's digits stands as it is; other cells are put in quotes where they must. */
function csvCell(cell: string): string {
  if (cell === '') return cell;
  if (cell.startsWith('="')) return cell;
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function textOf(cells: readonly string[], container: Container): string {
  // In these files quotes are letters like others.
  if (container === 'tsv') return cells.map((cell) => cell.replace(/[\t\r\n]/g, ' ')).join('\t');
  return cells.map(csvCell).join(',');
}

/** A third of a row. A cell that is open where it ends would make the whole file unreadable: it ends before that one. */
function cutShort(row: string): string {
  let short = row.slice(0, Math.max(1, Math.floor(row.length / 3)));
  while ((short.match(/"/g)?.length ?? 0) % 2 === 1) short = short.slice(0, short.lastIndexOf('"'));
  return short;
}

function textSink(path: string, container: Container): Sink {
  const file = openSync(path, 'w');
  const encode = (text: string): Uint8Array => (container === 'gb18030' ? encodeGb18030(text) : Buffer.from(text));
  let waiting: string[] = container === 'utf8-bom' ? ['\uFEFF'] : [];
  let size = 0;
  const write = (): void => {
    if (waiting.length > 0) writeSync(file, encode(waiting.join('')));
    [waiting, size] = [[], 0];
  };
  return {
    put: (cells) => {
      if (size > PIECE) write();
      const row = `${textOf(cells, container)}\r\n`;
      waiting.push(row);
      size += row.length;
    },
    close: (cut = false) => {
      const last = waiting.at(-1);
      if (cut && last !== undefined) waiting[waiting.length - 1] = cutShort(last);
      write();
      closeSync(file);
      return Promise.resolve(cut && last !== undefined);
    },
  };
}

const xmlText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Rows as XML, in pieces. Empty cells are left out. */
function workbookSink(path: string): Sink {
  const pieces: Buffer[] = [];
  const names: string[] = [];
  let waiting =
    '<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
  let number = 0;
  const flush = (): void => {
    pieces.push(Buffer.from(waiting));
    waiting = '';
  };
  return {
    put: (cells, numberAt = null) => {
      number += 1;
      let row = `<row r="${number}">`;
      for (const [at, cell] of cells.entries()) {
        if (cell === '') continue;
        names[at] ??= columnName(at + 1);
        row +=
          at === numberAt
            ? `<c r="${names[at]}${number}"><v>${cell}</v></c>`
            : `<c r="${names[at]}${number}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`;
      }
      waiting += `${row}</row>`;
      if (waiting.length > PIECE) flush();
    },
    close: async () => {
      waiting += '</sheetData></worksheet>';
      flush();
      const zip = zipWriter(path);
      try {
        await zip.add(sheetPart(1), pieces);
        for (const [part, xml] of otherParts(['Sheet1'], 2)) await zip.add(part, [Buffer.from(xml)]);
        zip.finish();
      } finally {
        zip.close();
      }
      return false;
    },
  };
}

export function openSink(path: string, container: Container): Sink {
  return container === 'xlsx' ? workbookSink(path) : textSink(path, container);
}
