/** A report about damaged files as a workbook: what was found by kind, every place of it, and the rows left out as their files have them. */

import { renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { BatchReport } from '../../src-shared/contract/imports.ts';
import { formatMinor, minorOf } from '../../src-shared/money.ts';
import { Problem } from '../../src-shared/problem.ts';
import type { Language } from '../../src-shared/problem-texts.ts';
import { type RowProblemCode, type RowProblemLevel, rowProblemLevels } from '../../src-shared/row-problem.ts';
import { rowProblemTexts } from '../../src-shared/row-problem-texts.ts';
import type { ListCell } from './customer-list.ts';
import { type SheetList, writeBook } from './write-xlsx.ts';

interface FoundProblem {
  readonly file: string;
  readonly row: number;
  readonly code: RowProblemCode;
  readonly column: string | null;
  readonly found: string;
}

/** What the report is made of; importing gives it. */
export interface Damage {
  readonly reports: readonly BatchReport[];
  readonly problems: () => Iterable<FoundProblem>;
  /** Rows left out, those of one header together. */
  readonly rejected: readonly {
    readonly header: readonly string[];
    readonly rows: () => Iterable<{
      readonly file: string;
      readonly row: number;
      readonly codes: readonly RowProblemCode[];
      readonly cells: readonly string[];
    }>;
  }[];
}

const words = {
  'zh-CN': {
    sheets: ['一览', '问题', '拦下的行'],
    levels: { stopped: '拦下', noted: '留意', info: '知悉' },
    summary: ['什么', '数量', '怎么回事，怎么办'],
    problems: ['级别', '文件', '行', '列', '原文', '怎么回事，怎么办'],
    rejected: ['文件', '行', '为什么'],
    files: '文件',
    rows: '行',
    orders: { new: '新订单', changed: '更新', same: '没变', skipped: '拦下的单' },
    sum: (column: string, line: number) => `第 ${line} 行写的合计：${column}`,
    count: (line: number) => `第 ${line} 行写的条数`,
    claim: (said: string, found: string) => (said === found ? `写 ${said}，正好` : `写 ${said}，实际 ${found}`),
    listComma: '；',
  },
  en: {
    sheets: ['Summary', 'Problems', 'Rows left out'],
    levels: { stopped: 'Stopped', noted: 'Please check', info: 'For information' },
    summary: ['What', 'Count', 'What happened, what to do'],
    problems: ['Level', 'File', 'Row', 'Column', 'The cell says', 'What happened, what to do'],
    rejected: ['File', 'Row', 'Why'],
    files: 'File',
    rows: 'rows',
    orders: { new: 'New orders', changed: 'Changed', same: 'Same', skipped: 'Orders left out' },
    sum: (column: string, line: number) => `Total in row ${line}: ${column}`,
    count: (line: number) => `Number of records in row ${line}`,
    claim: (said: string, found: string) =>
      said === found ? `${said}, and that is right` : `${said}, but really ${found}`,
    listComma: '; ',
  },
} as const;

const text = (value: string): ListCell => (value === '' ? { kind: 'empty' } : { kind: 'text', text: value });
const count = (value: number): ListCell => ({ kind: 'count', count: value });

const levelOrder: readonly RowProblemLevel[] = ['stopped', 'noted', 'info'];

function sentence(code: RowProblemCode, language: Language): string {
  return rowProblemTexts[code][language === 'en' ? 'en' : 'zh'];
}

/** Counts of all batches together, what was stopped first. */
function kindsOf(reports: readonly BatchReport[]): readonly { code: RowProblemCode; found: number }[] {
  const codes = Object.keys(rowProblemLevels) as RowProblemCode[]; // its keys are the codes
  return levelOrder.flatMap((level) =>
    codes
      .filter((code) => rowProblemLevels[code] === level)
      .map((code) => ({ code, found: reports.reduce((sum, { problemCounts }) => sum + (problemCounts[code] ?? 0), 0) }))
      .filter(({ found }) => found > 0),
  );
}

function* summaryRows({ reports }: Damage, language: Language): Generator<readonly ListCell[]> {
  const say = words[language];
  for (const report of reports) {
    for (const { name, rows } of report.files) yield [text(`${say.files} ${name}`), count(rows), text(report.shop)];
    for (const key of ['new', 'changed', 'same', 'skipped'] as const)
      yield [text(say.orders[key]), count(report.orders[key]), text('')];
    for (const { kind, line, column, said, found } of report.claims ?? []) {
      const shown = (value: number): string =>
        kind === 'sum' ? formatMinor(minorOf(value), report.currency) : String(value);
      const name = kind === 'sum' ? say.sum(column ?? '', line) : say.count(line);
      yield [text(name), { kind: 'empty' }, text(say.claim(shown(said), shown(found)))];
    }
  }
  for (const { code, found } of kindsOf(reports)) {
    const level = say.levels[rowProblemLevels[code]];
    yield [text(level), count(found), text(sentence(code, language))];
  }
}

function* problemRows({ problems }: Damage, language: Language): Generator<readonly ListCell[]> {
  const { levels } = words[language];
  for (const { file, row, code, column, found } of problems())
    yield [
      text(levels[rowProblemLevels[code]]),
      text(file),
      count(row),
      text(column ?? ''),
      text(found),
      text(sentence(code, language)),
    ];
}

function* rejectedRows(group: Damage['rejected'][number], language: Language): Generator<readonly ListCell[]> {
  const { listComma } = words[language];
  for (const { file, row, codes, cells } of group.rows())
    yield [
      text(file),
      count(row),
      text(codes.map((code) => sentence(code, language)).join(listComma)),
      ...cells.map(text),
    ];
}

function sheetsOf(damage: Damage, language: Language): readonly { name: string; list: SheetList }[] {
  const say = words[language];
  const [summary, problems, rejected] = say.sheets;
  const sheet = (heads: readonly string[], kinds: SheetList['kinds'], rows: SheetList['rows']): SheetList => ({
    heads,
    kinds,
    // Amounts are texts here.
    currency: 'CNY',
    rows,
  });
  return [
    { name: summary, list: sheet(say.summary, ['text', 'count', 'text'], () => summaryRows(damage, language)) },
    {
      name: problems,
      list: sheet(say.problems, ['text', 'text', 'count', 'text', 'text', 'text'], () => problemRows(damage, language)),
    },
    ...damage.rejected.map((group, at) => ({
      name: damage.rejected.length > 1 ? `${rejected} (${at + 1})` : rejected,
      list: sheet(
        [...say.rejected, ...group.header],
        ['text', 'count', 'text', ...group.header.map(() => 'text' as const)],
        () => rejectedRows(group, language),
      ),
    })),
  ];
}

/** Answers how many problems there are. What stood under the name stays until the new file is complete. */
export async function writeDamageReport(
  damage: Damage,
  language: Language,
  path: string,
  onRows: (done: number) => void = () => undefined,
): Promise<number> {
  const unfinished = `${path}.part`;
  try {
    await writeBook(unfinished, sheetsOf(damage, language), onRows);
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    if (error instanceof Error && 'syscall' in error) throw new Problem('save-failed', { name: basename(path) });
    throw error;
  }
  return kindsOf(damage.reports).reduce((sum, { found }) => sum + found, 0);
}
