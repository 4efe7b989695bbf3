/** `report`: a ready report over a period, as tables or as a workbook. */

import { type ReportName, reportNames } from '../../../src-shared/contract/reports.ts';
import { formatMinor, minorOf } from '../../../src-shared/money.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { columnWord, reportTitles } from '../../../src-shared/report-words.ts';
import { type Command, say } from '../desk.ts';
import { factsText, tableText } from '../table.ts';
import { dayOption, definitionOption, fromOption, leastOption, shopOption } from './book.ts';
import { excludedOption, warnOfFigures } from './figure-notices.ts';

function reportNamed(word: string): ReportName {
  const found = reportNames.find((name) => name === word);
  if (found === undefined) throw new Problem('arguments-invalid', { found: `report ${word}` });
  return found;
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
  const question = {
    report: reportNamed(word),
    on: dayOption(desk),
    definition: definitionOption(desk),
    ...fromOption(desk),
    ...leastOption(desk),
    ...(await shopOption(desk)),
    ...excludedOption(desk),
  };
  await warnOfFigures(desk, question);
  const path = options['xlsx'];
  if (path !== undefined) {
    const written = await desk.client.call('reports.export', { ...question, language, target: desk.targetFor(path) });
    return { value: written, text: say(language, `写了 ${written.rows} 行`, `${written.rows} rows written`) };
  }
  const report = await desk.client.call('reports.read', question);
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
  return { value: report, text: tables.join('\n\n') };
};
