/** `history`, `undo BATCH`, `redo BATCH`. */

import type { UndoReport } from '../../../src-shared/contract/imports.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Command, type Desk, say } from '../desk.ts';
import { factsText, tableText } from '../table.ts';

export const historyCommand: Command = async (desk) => {
  const { language } = desk.invocation;
  const { entries } = await desk.client.call('imports.history', {});
  const rows = entries.map((entry) => [
    String(entry.batch),
    entry.appliedAt,
    entry.shop,
    entry.files.map((file) => file.name).join(', '),
    String(entry.report.orders.new),
    String(entry.report.orders.changed),
    entry.undoneAt === null ? '' : say(language, '已撤销', 'undone'),
  ]);
  return {
    value: { batches: entries.map(({ batch, ...rest }) => ({ id: batch, ...rest })) },
    text: tableText(
      [
        { head: '#', right: true },
        { head: say(language, '入账', 'posted') },
        { head: say(language, '店铺', 'shop') },
        { head: say(language, '文件', 'files') },
        { head: say(language, '新', 'new'), right: true },
        { head: say(language, '更新', 'changed'), right: true },
        { head: '' },
      ],
      rows,
    ),
  };
};

function batchOf(desk: Desk): number {
  const word = desk.invocation.words[0] ?? '';
  if (!/^[1-9]\d{0,8}$/.test(word))
    throw new Problem('arguments-invalid', { found: `${desk.invocation.command} ${word}`.trim() });
  return Number(word);
}

function undoText(report: UndoReport, desk: Desk): string {
  const { language } = desk.invocation;
  const { orders, customers, editsKept } = report;
  return factsText([
    [
      say(language, '订单', 'orders'),
      say(
        language,
        `移除 ${orders.removed}　恢复 ${orders.restored}　更新 ${orders.changed}`,
        `${orders.removed} removed, ${orders.restored} restored, ${orders.changed} changed`,
      ),
    ],
    [
      say(language, '客户', 'customers'),
      say(
        language,
        `移除 ${customers.removed}　新增 ${customers.added}`,
        `${customers.removed} removed, ${customers.added} added`,
      ),
    ],
    [say(language, '您改过、替您留着', 'your edits kept'), String(editsKept.length)],
  ]);
}

export const undoCommand: Command = async (desk) => {
  const report = await desk.client.call('imports.undo', { job: 'undo', batch: batchOf(desk) });
  return { value: report, text: undoText(report, desk) };
};

export const redoCommand: Command = async (desk) => {
  const report = await desk.client.call('imports.redo', { job: 'redo', batch: batchOf(desk) });
  return { value: report, text: undoText(report, desk) };
};
