/** How long a large import takes, and that it can be stopped. REGULARS_SPEED=1 runs it with 100,000 orders; else 3,000. */

import { describe, expect, test } from 'vitest';
import { applyCheck } from '../../../src-main/importing/apply.ts';
import { checkFiles } from '../../../src-main/importing/check.ts';
import { noProgress } from '../../../src-main/importing/progress.ts';
import { verifyLedger } from '../../../src-main/importing/verify.ts';
import { newBook, now, today } from './imports-at-hand.ts';

const full = process.env['REGULARS_SPEED'] === '1';
const ORDERS = full ? Number(process.env['REGULARS_SPEED_ORDERS'] ?? 100_000) : 3_000;

const header =
  '订单编号,买家会员名,买家支付宝账号,总金额,买家实际支付金额,订单状态,收货人姓名,收货地址,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝总数量,店铺名称,订单关闭原因,退款金额';

function largeList(count: number): string {
  const rows = [header];
  for (let index = 0; index < count; index += 1) {
    const buyer = (index * 7919) % Math.ceil(count / 2);
    const day = String((index % 28) + 1).padStart(2, '0');
    const at = `2024-${String((index % 12) + 1).padStart(2, '0')}-${day} 10:00:00`;
    const phone = `1${String(3_000_000_000 + buyer * 13).slice(0, 10)}`;
    const number = `="${1_793_153_131_000_000_000n + BigInt(index)}"`;
    const price = `${(index % 300) + 10}.50`;
    const place = `浙江省 杭州市 西湖区 示例路${buyer}号(310000)`;
    rows.push(
      `${number},买家${buyer},,${price},${price},交易成功,王小${buyer % 90},${place},'${phone},${at},${at},茶叶${index % 50},1,大店,订单未关闭,0.00`,
    );
  }
  return `\ufeff${rows.join('\r\n')}\r\n`;
}

describe('a large import', () => {
  test('is checked and applied in time', { timeout: 300_000 }, async () => {
    const book = newBook();
    const path = book.file('large.csv', largeList(ORDERS));
    // Of the processor, not of the clock: other tests run beside this one.
    const seconds: Record<string, number> = {};
    const timed = async <Result>(name: string, work: () => Result | Promise<Result>): Promise<Result> => {
      const before = process.cpuUsage();
      const result = await work();
      const { user, system } = process.cpuUsage(before);
      seconds[name] = Math.round((user + system) / 1e4) / 100;
      return result;
    };
    const checked = await timed('check', () => book.check([path]));
    const applied = await timed('apply', () => applyCheck(book.ledger, book.stage, checked.check, { now }, noProgress));
    expect(applied.batches[0]?.orders.new).toBe(ORDERS);
    const again = await timed('check again', () => book.check([path]));
    expect(again.batches[0]?.orders.same).toBe(ORDERS);
    await timed('apply again', () => applyCheck(book.ledger, book.stage, again.check, { now }, noProgress));
    const verified = await timed('verify', () => verifyLedger(book.ledger));
    expect(verified).toMatchObject({ ok: true, ordersChecked: ORDERS });
    await timed('undo second', () => book.undo(2));
    await timed('undo first', () => book.undo(1));
    await timed('redo first', () => book.redo(1));
    book.close();
    if (full) {
      process.stdout.write(`${JSON.stringify({ ...seconds, rssMb: Math.round(process.memoryUsage().rss / 1e6) })}\n`);
      expect(seconds['check']).toBeLessThan(20);
      expect(seconds['apply']).toBeLessThan(10);
    }
  });

  test('stops when it is told to', async () => {
    const book = newBook();
    const path = book.file('large.csv', largeList(3_000));
    let cancelled = false;
    const seen = new Set<string>();
    const progress = {
      report: (phase: string): void => {
        seen.add(phase);
        if (phase === 'folding') cancelled = true;
      },
      cancelled: () => cancelled,
    };
    const files = [{ ticket: 't', path, name: 'large.csv', bytes: 1 }];
    const work = checkFiles(book.ledger, book.stage, files, { today }, progress);
    await expect(work).rejects.toMatchObject({ code: 'import-cancelled' });
    expect([...seen]).toEqual(['reading', 'folding']);
    book.close();
  });
});
