/** A report as a workbook: first a sheet that says what was asked, then each table on a sheet of its own. Whole, or not at all. */

import { renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { Report, ReportTable } from '../../src-shared/contract/reports.ts';
import { minorOf } from '../../src-shared/money.ts';
import { Problem } from '../../src-shared/problem.ts';
import { columnWord, gradeWord, reportTitles } from '../../src-shared/report-words.ts';
import { tierNamesEn, tierNamesZh } from '../../src-shared/tier-names.ts';
import type { ListCell } from './customer-list.ts';
import { type BookSheet, type SheetList, writeBook } from './write-xlsx.ts';

type Language = 'zh-CN' | 'en';
type Cell = string | number | null;

function text(value: string): ListCell {
  return { kind: 'text', text: value };
}

/** Whole counts and money are numbers; shares are written with four places, so that nothing is rounded away that a person compares. */
function cellOf(column: string, cell: Cell, language: Language): ListCell {
  if (cell === null) return { kind: 'empty' };
  if (typeof cell === 'string') {
    const names: Readonly<Record<string, string>> = language === 'en' ? tierNamesEn : tierNamesZh;
    if (column === 'grade') return text(gradeWord(cell, language));
    return text(column.endsWith('tier') ? (names[cell] ?? cell) : cell);
  }
  if (column.endsWith('_minor')) return { kind: 'money', minor: minorOf(cell) };
  return Number.isInteger(cell) ? { kind: 'count', count: cell } : text(cell.toFixed(4));
}

function sheetList(table: ReportTable, currency: string, language: Language): SheetList {
  const { columns, rows } = table;
  return {
    heads: columns.map((column) => columnWord(column, language)),
    kinds: columns.map((column) => (column.endsWith('_minor') ? 'money' : 'text')),
    currency,
    rows: () => rows.map((row) => row.map((cell, at) => cellOf(columns[at] ?? '', cell, language))),
  };
}

/** A report, and that of the days it is held against. */
export interface Compared {
  readonly report: Report;
  readonly before: Report | null;
}

/** What a person must know to read the rest: the period, the currency, and what each table counts. */
function aboutSheet({ report, before }: Compared, language: Language): SheetList {
  const say = (zh: string, en: string): string => (language === 'en' ? en : zh);
  const explained = report.tables.map(({ title, sql }) => {
    const [zh = '', en = ''] = sql.split('\n').map((line) => line.replace(/^-- */, ''));
    return [text(say(title.zh, title.en)), text(say(zh, en))];
  });
  return {
    heads: [say(reportTitles[report.report].zh, reportTitles[report.report].en), ''],
    kinds: ['text', 'text'],
    currency: report.currency,
    rows: () => [
      [text(say('从', 'From')), text(report.from ?? say('最早的一单', 'the first order'))],
      [text(say('截至', 'As of')), text(report.on)],
      ...(before === null
        ? []
        : [
            [text(say('对比：从', 'Against, from')), text(before.from ?? '')],
            [text(say('对比：截至', 'Against, as of')), text(before.on)],
          ]),
      [text(say('币种', 'Currency')), text(report.currency)],
      [text(say('来过的客户', 'Buyers so far')), { kind: 'count', count: report.buyers }],
      ...explained,
    ],
  };
}

/** Returns how many rows all sheets have. What stood under the name stays until the new file is complete. */
export async function exportReport(compared: Compared, language: Language, path: string): Promise<number> {
  const say = (words: { readonly zh: string; readonly en: string }): string =>
    language === 'en' ? words.en : words.zh;
  const { report, before } = compared;
  const sheetsOf = ({ tables, currency }: Report, ahead: string): BookSheet[] =>
    tables.map((table) => ({ name: `${ahead}${say(table.title)}`, list: sheetList(table, currency, language) }));
  const sheets: BookSheet[] = [
    { name: say({ zh: '说明', en: 'About' }), list: aboutSheet(compared, language) },
    ...sheetsOf(report, ''),
    ...(before === null ? [] : sheetsOf(before, say({ zh: '对比 ', en: 'Before, ' }))),
  ];
  const unfinished = `${path}.part`;
  try {
    const rows = await writeBook(unfinished, sheets, () => undefined);
    renameSync(unfinished, path);
    return rows;
  } catch (error) {
    rmSync(unfinished, { force: true });
    if (error instanceof Error && 'syscall' in error) throw new Problem('save-failed', { name: basename(path) });
    throw error;
  }
}
