/** `backup`, `restore FILE`, `verify`: looking after the ledger. */

import { existsSync } from 'node:fs';
import { Problem } from '../../../src-shared/problem.ts';
import { type Command, say } from '../desk.ts';
import { factsText } from '../table.ts';

export const backupCommand: Command = async (desk) => {
  const backup = await desk.client.call('backups.make', {});
  return { value: backup, text: factsText([[backup.name, `${backup.bytes} B`]]) };
};

/** A backup by its name in the list, or any backup file by its path. */
export const restoreCommand: Command = async (desk) => {
  const word = desk.invocation.words[0];
  if (word === undefined) throw new Problem('arguments-invalid', { found: 'restore' });
  const { backups } = await desk.client.call('backups.list', {});
  const known = backups.some((backup) => backup.name === word);
  if (!known && !existsSync(word)) throw new Problem('backup-not-found', { name: word });
  const result = await desk.client.call('backups.restore', { name: known ? word : desk.ticketFor(word) });
  return {
    value: result,
    text: say(
      desk.invocation.language,
      `已恢复。之前的账留在 ${result.undoName}`,
      `Restored. The ledger before it is kept as ${result.undoName}`,
    ),
  };
};

export const verifyCommand: Command = async (desk) => {
  const report = await desk.client.call('ledger.verify', {});
  const { language } = desk.invocation;
  return {
    value: report,
    failed: !report.ok,
    text: factsText([
      [
        say(language, '结果', 'result'),
        report.ok ? say(language, '一分不差', 'all in order') : say(language, '有出入', 'differences found'),
      ],
      ['integrity_check', report.integrity],
      ['foreign_key_check', String(report.foreignKeys)],
      [say(language, '重算过的订单', 'orders folded again'), String(report.ordersChecked)],
      [say(language, '对不上的订单', 'orders that differ'), report.ordersDiffering.slice(0, 20).join(', ') || '0'],
      ['SHA-256', report.stateHash],
    ]),
  };
};
