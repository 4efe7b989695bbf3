/** `report`: a ready report over a period, as tables or as a workbook. */

import { type BoundSpan, comparedSpan, comparisons } from '../../../src-shared/compared-span.ts';
import { type Report, type ReportName, reportNames } from '../../../src-shared/contract/reports.ts';
import type { Day } from '../../../src-shared/day.ts';
import { formatMinor, minorOf } from '../../../src-shared/money.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { columnWord, reportTitles } from '../../../src-shared/report-words.ts';
import { type Command, type Desk, say } from '../desk.ts';
import { factsText, tableText } from '../table.ts';
import { dayOption, definitionOption, fromOption, leastOption, shopOption } from './book.ts';
import { excludedOption, warnOfFigures } from './figure-notices.ts';

function reportNamed(word: string): ReportName {
  const found = reportNames.find((name) => name === word);
  if (found === undefined) throw new Problem('arguments-invalid', { found: `report ${word}` });
  return found;
}

/** `--compare`: which days the report is held against; they need a beginning. */
function againstOption(desk: Desk, span: { readonly from?: Day; readonly on: Day }): BoundSpan | null {
  const word = desk.invocation.options['compare'];
  if (word === undefined) return null;
  const comparison = comparisons.find((known) => known === word);
  if (comparison === undefined || span.from === undefined) {
    throw new Problem('arguments-invalid', { found: span.from === undefined ? '--from' : `--compare ${word}` });
  }
  return comparedSpan({ from: span.from, on: span.on }, comparison);
}

function textOf(report: Report, language: Desk['invocation']['language']): string {
  const tables = report.tables.map(({ title, columns, rows }) => {
    const heads = columns.map((column) => ({ head: columnWord(column, language), right: !column.endsWith('title') }));
    const texts = rows.map((row) =>
      row.map((cell, at) => {
        if (cell === null) return '—';
        if (typeof cell === 'string') return cell;
        if ((columns[at] ?? '').endsWith('_minor')) return formatMinor(minorOf(cell), report.currency);
        return Number.isInteger(cell) ? String(cell) : cell.toFixed(4);
      }),
    );
    return `${say(language, title.zh, title.en)}\n${tableText(heads, texts)}`;
  });
  return tables.join('\n\n');
}

/** Which days are compared; where no order is that old, that too. */
function againstText(desk: Desk, { from, on }: BoundSpan, firstDay: string | null): string {
  const { language } = desk.invocation;
  const days = say(language, `对比：${from} 到 ${on}`, `Against: ${from} to ${on}`);
  if (firstDay === null || firstDay <= from) return days;
  return `${days}${say(language, `（那段不全：第一单在 ${firstDay}）`, ` (not whole: the first order is of ${firstDay})`)}`;
}

export const reportCommand: Command = async (desk) => {
  const { language, words, options } = desk.invocation;
  const [word] = words;
  if (word === undefined) {
    return {
      value: { reports: reportNames },
      text: factsText(reportNames.map((name) => [name, say(language, reportTitles[name].zh, reportTitles[name].en)])),
    };
  }
  const among = { ...(await shopOption(desk)), ...excludedOption(desk) };
  const question = {
    report: reportNamed(word),
    on: dayOption(desk),
    definition: definitionOption(desk),
    ...fromOption(desk),
    ...leastOption(desk),
    ...among,
  };
  const against = againstOption(desk, question);
  await warnOfFigures(desk, question);
  const path = options['xlsx'];
  if (path !== undefined) {
    const asked = { ...question, ...(against === null ? {} : { against }) };
    const written = await desk.client.call('reports.export', { ...asked, language, target: desk.targetFor(path) });
    return { value: written, text: say(language, `写了 ${written.rows} 行`, `${written.rows} rows written`) };
  }
  const report = await desk.client.call('reports.read', question);
  if (against === null) return { value: report, text: textOf(report, language) };
  const compared = await desk.client.call('reports.read', { ...question, ...against });
  const { firstDay } = await desk.client.call('ledger.totals', among);
  const said = againstText(desk, against, firstDay);
  return {
    value: { ...report, compared },
    text: `${textOf(report, language)}\n\n${said}\n\n${textOf(compared, language)}`,
  };
};
