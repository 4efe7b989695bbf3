/** Comma, tab, semicolon or bar: the one that cuts the first records into the most even table. */

import { isKnownHeader } from '../../../src-shared/header-words.ts';
import { csvRecords } from './csv-records.ts';

const candidates = [',', '\t', ';', '|'] as const;
const SNIFFED_RECORDS = 20;

function firstRecords(text: string, delimiter: string): string[][] {
  const records: string[][] = [];
  const reader = csvRecords(delimiter, Number.POSITIVE_INFINITY, (_, cells) => {
    if (records.length < SNIFFED_RECORDS && cells.some((cell) => cell.trim() !== '')) records.push(cells);
  });
  reader.write(text);
  if (records.length < SNIFFED_RECORDS) reader.end();
  return records;
}

function evenness(records: readonly string[][]): number {
  const widths = new Map<number, number>();
  for (const { length } of records) widths.set(length, (widths.get(length) ?? 0) + 1);
  let best = 0;
  for (const [width, times] of widths) {
    if (width > 1) best = Math.max(best, (times / records.length) * 100 + Math.min(width, 50));
  }
  return best;
}

/** `text`: the beginning of the file. A first line `sep=;`, as spreadsheets write it, decides. */
export function sniffDelimiter(text: string): string {
  const told = /^\ufeff?sep=([^\r\n])\r?\n/i.exec(text);
  if (told?.[1] !== undefined) return told[1];
  let best = ',';
  let bestScore = 0;
  for (const delimiter of candidates) {
    const records = firstRecords(text, delimiter);
    const knownWords = Math.max(
      0,
      ...records.map((cells) => (cells.length > 1 ? cells.filter(isKnownHeader).length : 0)),
    );
    const score = knownWords * 1000 + evenness(records);
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}
