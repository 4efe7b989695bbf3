/** `import FILE…`: check, and unless `--check` apply. */

import { readFileSync } from 'node:fs';
import { type BatchReport, mappingSchema } from '../../../src-shared/contract/imports.ts';
import { isMarketplace } from '../../../src-shared/marketplace.ts';
import { formatMinor } from '../../../src-shared/money.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { rowProblemSentence } from '../../../src-shared/row-problem-texts.ts';
import { type Command, type Desk, say } from '../desk.ts';
import { factsText } from '../table.ts';

function mappingOf(path: string | undefined): ReturnType<typeof mappingSchema.parse> | undefined {
  if (path === undefined) return undefined;
  try {
    return mappingSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // Whether the file is missing, no JSON or no mapping, the person has to look at this word.
    throw new Problem('arguments-invalid', { found: `--mapping ${path}` });
  }
}

/** What columns of the owner's own say, or have filled. */
function ownText(own: NonNullable<BatchReport['own']>, language: Desk['invocation']['language']): string {
  return own
    .map(({ name, values, filled, kept = 0 }) => {
      const what = name ?? say(language, '标签', 'tags');
      if (filled === undefined) return say(language, `${what} ${values} 行`, `${what} ${values} rows`);
      return say(
        language,
        `${what} 填 ${filled} 位${kept > 0 ? `，手写的 ${kept} 位没动` : ''}`,
        `${what} ${filled} filled${kept > 0 ? `, ${kept} written by hand stay` : ''}`,
      );
    })
    .join('; ');
}

function batchText(batch: BatchReport, desk: Desk): string {
  const { language } = desk.invocation;
  const money = (amount: BatchReport['paidMinor']): string =>
    amount === null ? '—' : `${formatMinor(amount, batch.currency)} ${batch.currency}`;
  const { orders, customers } = batch;
  const lines = [
    factsText([
      [
        say(language, '店铺', 'shop'),
        `${batch.shop} (${batch.marketplace})${batch.id === null ? '' : `  #${batch.id}`}`,
      ],
      [
        say(language, '文件', 'files'),
        batch.files.map((file) => `${file.name} ${file.encoding ?? 'xlsx'} ${file.rows}`).join(', '),
      ],
      [
        say(language, '订单', 'orders'),
        say(
          language,
          `新 ${orders.new}　更新 ${orders.changed}　不动 ${orders.same}　先不入账 ${orders.skipped}`,
          `${orders.new} new, ${orders.changed} changed, ${orders.same} same, ${orders.skipped} skipped`,
        ),
      ],
      [
        say(language, '客户', 'customers'),
        say(
          language,
          `新 ${customers.new}（其中推测 ${customers.likely}）　认出 ${customers.matched}　没有买家的订单 ${batch.ordersWithoutBuyer}`,
          `${customers.new} new (${customers.likely} likely), ${customers.matched} known; ${batch.ordersWithoutBuyer} orders without a buyer`,
        ),
      ],
      [say(language, '实付', 'paid'), money(batch.paidMinor)],
      [say(language, '退款', 'refunded'), money(batch.refundMinor)],
      [say(language, '净额', 'net'), money(batch.netMinor)],
      ...(batch.own === undefined ? [] : [[say(language, '填进客户', 'fills'), ownText(batch.own, language)] as const]),
    ]),
    ...batch.problems
      .slice(0, 20)
      .map((problem) => `  ${problem.file}:${problem.line}  ${rowProblemSentence(problem, language)}`),
  ];
  const more =
    Object.values(batch.problemCounts).reduce((sum, count) => sum + (count ?? 0), 0) -
    Math.min(20, batch.problems.length);
  if (more > 0) lines.push(say(language, `  另有 ${more} 处，用 --json 看全部`, `  and ${more} more: see --json`));
  return lines.join('\n');
}

/** What is wrong with the files, as a workbook, where one is asked for. */
async function writeReport(desk: Desk, check: string): Promise<void> {
  const { options, language } = desk.invocation;
  const path = options['report'];
  if (path === undefined) return;
  const target = desk.targetFor(path);
  const { problems } = await desk.client.call('imports.report', { of: { check }, language, target });
  desk.notice(
    say(language, `问题单（${problems} 处）已存到 ${path}`, `The report (${problems} problems) was saved to ${path}`),
  );
}

export const importCommand: Command = async (desk) => {
  const { words, options, language } = desk.invocation;
  if (words.length === 0) throw new Problem('arguments-invalid', { found: 'import' });
  const marketplace = options['marketplace'];
  if (marketplace !== undefined && !isMarketplace(marketplace))
    throw new Problem('arguments-invalid', { found: `--marketplace ${marketplace}` });
  const mapping = mappingOf(options['mapping']);
  const files = words.map((path) => ({ ticket: desk.ticketFor(path), ...(mapping === undefined ? {} : { mapping }) }));
  const shop = options['shop'];
  const checked = await desk.client.call('imports.check', {
    job: 'check',
    files,
    ...(shop === undefined ? {} : { shop }),
    ...(marketplace === undefined ? {} : { marketplace }),
  });
  await writeReport(desk, checked.check);
  if (options['check'] === 'true') {
    await desk.client.call('imports.discard', { check: checked.check });
    return {
      value: { batches: checked.batches },
      text: checked.batches.map((batch) => batchText(batch, desk)).join('\n\n'),
    };
  }
  const applied = await desk.client.call('imports.apply', { job: 'apply', check: checked.check });
  desk.notice(say(language, '已入账。用 undo 加编号可以撤销。', 'Posted. undo with the number takes it back.'));
  return {
    value: { batches: applied.batches },
    text: applied.batches.map((batch) => batchText(batch, desk)).join('\n\n'),
  };
};
