import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { normaliserFor } from '../../../src-main/importing/normalise/normalise-row.ts';
import { forgetMapping, headerHash, listMappings, rememberMapping } from '../../../src-main/importing/own-mappings.ts';
import { recognise } from '../../../src-main/importing/recognise.ts';
import { openForWriting, prepareLedger } from '../../../src-main/ledger/open-ledger.ts';
import { type Reading, transact } from '../../../src-main/ledger/transaction.ts';
import type { Finding, Mapping } from '../../../src-shared/contract/imports.ts';
import { findingSchema } from '../../../src-shared/contract/imports.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { readFileWhole, samples } from './files-at-hand.ts';

function ledgerOf(): Reading {
  const folder = temporaryFolder();
  prepareLedger(folder, { now: '2026-01-02 03:04:05' });
  const ledger = openForWriting(folder, 1000);
  onTestFinished(() => {
    ledger.connection.close();
  });
  return ledger;
}

function fileOf(text: string): string {
  const path = join(temporaryFolder(), 'orders.csv');
  writeFileSync(path, text);
  return path;
}

function find(
  path: string,
  ledger: Reading | null = null,
  choice: Parameters<typeof recognise>[2] = {},
): Promise<Finding> {
  return recognise(ledger, { ticket: 't', path, name: 'orders.csv', bytes: statSync(path).size }, choice);
}

const own = 'ID,何时,多少,谁的手机\nA1,2025-01-02,12.00,13800138000\n';
const mapping: Mapping = {
  profile: 'own',
  granularity: 'order',
  columns: { orderNumber: [0], orderedAt: [1], total: [2], receiverPhone: [3] },
  dateOrder: 'ymd',
  assumePaid: true,
  currency: 'CNY',
};

describe('recognising a file', () => {
  it('says what it is, how it was read and why, in the words of the contract', async () => {
    const finding = await find(join(samples, 'taobao_list_2017_ExportOrderList201707081012.csv'));
    expect(findingSchema.parse(finding)).toEqual(finding);
    expect(finding).toMatchObject({
      format: 'csv',
      encoding: 'gb18030',
      delimiter: ',',
      headerRow: 1,
      source: 'profile',
      marketplace: 'taobao',
    });
    expect(finding.sample).toHaveLength(16);
    expect(finding.reasons.map(({ code }) => code)).toContain('marks');
    expect(finding.reasons.find(({ code }) => code === 'columns-unread')?.words).toContain('店铺Id');
  });

  it('asks the owner where no profile fits, with a first guess', async () => {
    const finding = await find(fileOf('订单号,日期,金额,手机\nA1,2025-01-02,12.00,13800138000\n'));
    expect(finding).toMatchObject({ mapping: null, source: 'none', marketplace: 'other' });
    expect(finding.guess.columns).toEqual({ orderNumber: [0], orderedAt: [1], total: [2], receiverPhone: [3] });
  });

  it('remembers the owner’s mapping for the same header, whatever its spaces, until told to forget', async () => {
    const ledger = ledgerOf();
    transact(ledger, (writing) => {
      rememberMapping(writing, ['ID ', '何时', '多少', '谁的手机'], '我的表', mapping);
      rememberMapping(writing, ['ID', '何时', '多少', '谁的手机', ''], '我的表', {
        ...mapping,
        longNumbersWhole: true,
      });
    });
    expect(listMappings(ledger)).toEqual([
      { id: expect.any(Number) as number, name: '我的表', header: ['ID', '何时', '多少', '谁的手机', ''], mapping },
    ]);
    expect(await find(fileOf(own), ledger)).toMatchObject({ source: 'remembered', mapping, guess: mapping });
    const [kept] = listMappings(ledger);
    expect(transact(ledger, (writing) => forgetMapping(writing, kept?.id ?? 0))).toBe(true);
    expect((await find(fileOf(own), ledger)).mapping).toBeNull();
    expect(headerHash(['a', 'b'])).not.toBe(headerHash(['b', 'a']));
  });

  it('follows the owner’s mapping and encoding of the moment', async () => {
    const finding = await find(fileOf(own), null, { mapping, encoding: 'gb18030' });
    expect([finding.mapping, finding.encoding]).toEqual([mapping, 'gb18030']);
  });

  it('remembers it for the same words in another order', async () => {
    const ledger = ledgerOf();
    transact(ledger, (writing) => rememberMapping(writing, ['ID', '何时', '多少', '谁的手机'], '我的表', mapping));
    const moved = fileOf('多少,谁的手机,ID,何时\n12.00,13800138000,A1,2025-01-02\n');
    expect((await find(moved, ledger)).mapping?.columns).toEqual({
      orderNumber: [2],
      orderedAt: [3],
      total: [0],
      receiverPhone: [1],
    });
    expect((await find(fileOf('多少,谁的手机,ID,何时,别的\n1,1,A,2025-01-02,x\n'), ledger)).mapping).toBeNull();
  });

  const pdd = '订单号,订单状态,用户实付金额(元),商家实收金额(元),支付时间,售后状态,商品数量(件),订单成交时间';
  const row = '250303-310000000000001,已收货,59.50,62.50,2025-03-03 09:23:52,无售后或售后取消,1,2025-03-03 09:23:52';

  it('asks about the one column that may change a figure, and about no other', async () => {
    const finding = await find(fileOf(`${pdd.replace('用户实付金额(元)', '实付价')},赠品\n${row},贴纸\n`));
    expect(finding).toMatchObject({ mapping: null, source: 'none', marketplace: 'pinduoduo' });
    expect(finding.questions).toEqual([{ about: 'column', column: 2, fields: ['total'] }]);
    expect(finding.guess.profile).toBe('pinduoduo-orders');
    expect(finding.confidence).toBeCloseTo(7 / 9);
    const sure = await find(fileOf(`${pdd},赠品\n${row},贴纸\n`));
    expect([sure.questions, sure.mapping?.profile]).toEqual([[], 'pinduoduo-orders']);
  });

  it('takes a usual word for what it says, but never an amount', async () => {
    const words = await find(
      fileOf(
        `${pdd.replace('支付时间', '付款时间').replace(',订单成交时间', '')}\n${row.slice(0, row.lastIndexOf(','))}\n`,
      ),
    );
    expect(words.mapping?.columns.paidAt).toEqual([4]);
    expect(words.reasons).toContainEqual({ code: 'columns-by-word', words: ['付款时间'] });
    const amount = await find(fileOf(`${pdd.replace('用户实付金额(元)', '实付金额')}\n${row}\n`));
    expect(amount.questions.map(({ column }) => column)).toEqual([2]);
  });

  it('says which column is lacking that every such file has', async () => {
    const finding = await find(fileOf(`${pdd.replace(',售后状态', '')}\n${row.replace(',无售后或售后取消', '')}\n`));
    expect(finding.questions).toEqual([{ about: 'field', column: null, fields: ['afterSaleStatus'] }]);
  });

  it('lets the dates of the file say whether the day or the month is first, and asks where they do not', async () => {
    const header =
      'Order ID,Order Status,Order Substatus,SKU Unit Original Price,SKU Seller Discount,Order Amount,Order Refund Amount,Created Time,Paid Time';
    const line = (date: string): string =>
      `5764600004267635,Completed,Completed,USD 7.00,USD 0,USD 7.00,,${date},${date}\n`;
    const orderOf = async (...dates: string[]) => find(fileOf(`${header}\n${dates.map(line).join('')}`));
    expect((await orderOf('03/04/2026 10:00:00', '25/04/2026 10:00:00')).mapping?.dateOrder).toBe('dmy');
    expect((await orderOf('03/04/2026 10:00:00', '04/25/2026 10:00:00')).mapping?.dateOrder).toBe('mdy');
    expect((await orderOf('03/04/2026 10:00:00 AM')).mapping?.dateOrder).toBe('mdy');
    const unclear = await orderOf('03/04/2026 10:00:00', '05/04/2026 10:00:00');
    expect(unclear.questions).toEqual([{ about: 'dates', column: null, fields: [] }]);
    // Far beneath the first rows.
    const many = Array.from({ length: 3000 }, () => '03/04/2026 10:00:00');
    expect((await orderOf(...many, '25/04/2026 10:00:00')).mapping?.dateOrder).toBe('dmy');
  });

  describe('where only the status says which orders were paid', () => {
    const woo =
      'Order Number,Order Status,Order Date,First Name (Billing),Email (Billing),Payment Method Title,Order Refund Amount,Order Total Amount';
    const orderOf = (number: number, status: string): string =>
      `${number},${status},2024-06-0${number} 09:00,Mia,mia@example.org,Card,0.00,14.00\n`;
    const german = `${woo}\n${orderOf(1, 'abgeschlossen')}${orderOf(2, 'in Wartestellung')}${orderOf(3, 'completed')}`;
    const asked = { about: 'status', column: 1, fields: ['status'], words: ['abgeschlossen', 'in Wartestellung'] };

    it('asks what its unknown words mean, and remembers it', async () => {
      const path = fileOf(german);
      const finding = await find(path);
      expect([finding.mapping, finding.questions]).toEqual([null, [asked]]);
      const statuses = { ...finding.guess.statuses, abgeschlossen: 'completed', 'in Wartestellung': 'unpaid' } as const;
      const told = { ...finding.guess, statuses };
      const ledger = ledgerOf();
      transact(ledger, (writing) => rememberMapping(writing, woo.split(','), 'woo.csv', told));
      expect((await find(path, ledger)).mapping?.statuses).toEqual(statuses);
      const next = await find(fileOf(`${woo}\n${orderOf(1, 'abgeschlossen')}${orderOf(2, 'storniert')}`), ledger);
      expect([next.mapping, next.questions]).toEqual([null, [{ ...asked, words: ['storniert'] }]]);
    });

    it('asks of a file that nobody knows as well, and not where a time of payment says it', async () => {
      const own = '订单号,下单时间,金额,状态\nA1,2025-01-02,12.00,已作废\n';
      expect((await find(fileOf(own))).questions).toEqual([{ ...asked, column: 3, words: ['已作废'] }]);
      const timed = own.replace('下单时间', '付款时间');
      expect((await find(fileOf(timed))).questions).toEqual([]);
    });

    it('knows the words of the shop’s own database', async () => {
      const raw = `${woo}\n${orderOf(1, 'wc-completed')}${orderOf(2, 'wc-on-hold')}${orderOf(3, 'trash')}`;
      const { parts, problems } = await readFileWhole(fileOf(raw));
      expect(parts.map(({ stage, paidMinor }) => [stage, paidMinor])).toEqual([
        ['completed', 1400],
        ['unpaid', 0],
        ['closed', 0],
      ]);
      expect(problems).toEqual([]);
    });

    it('never takes an order for paid whose word it was not told', async () => {
      const { guess } = await find(fileOf(german));
      const normalise = normaliserFor(woo.split(','), guess);
      const { statement, problems } = normalise({ row: 2, cells: orderOf(1, 'abgeschlossen').trim().split(',') });
      expect(statement).toMatchObject({ paidAt: null, paidMinor: null });
      expect(problems.map(({ code }) => code)).toEqual(['status-unknown']);
    });
  });

  it('reads the currency from headings and amounts where no column has it', async () => {
    const shopee = await find(join(samples, 'shopee_ph_orders.xlsx'));
    expect(shopee.mapping?.currency).toBe('PHP');
    const ebay = 'Order Number,Buyer Username,Sold For,Total Price,Sale Date,Paid On Date,Shipped On Date,Item Title';
    const german = await find(fileOf(`${ebay}\n11-1,anna,"116,99 €","116,99 €",10-Dez-25,10-Dez-25,,Tasse\n`));
    expect(german.mapping).toMatchObject({ profile: 'ebay-orders', currency: 'EUR' });
  });

  it('tells a list of purchases from one of sales', async () => {
    const header =
      '订单编号,买家公司名,买家会员名,卖家公司名,卖家会员名,货品总价(元),实付款(元),订单状态,订单创建时间,订单付款时间,货品标题';
    const line = (seller: string): string =>
      `24061999381200,我,我们,${seller},${seller},1.00,1.00,交易成功,2025-03-03 09:00:00,2025-03-03 09:01:00,布\n`;
    await expect(find(fileOf(`${header}\n${line('甲厂')}${line('乙厂')}`))).rejects.toMatchObject({
      code: 'file-is-purchases',
    });
    expect((await find(fileOf(`${header}\n${line('本店')}`))).mapping?.profile).toBe('1688-orders');
  });

  it('guesses what only the cells tell in a file that nobody knows', async () => {
    const finding = await find(
      fileOf('甲,乙,丙\n2025030300001,138****8000,x@example.com\n2025030300002,13900139000,y@example.com\n'),
    );
    expect(finding.guess.columns).toEqual({ orderNumber: [0], receiverPhone: [1], buyerEmail: [2] });
    expect(finding.guessedColumns).toEqual([0, 1, 2]);
  });

  it('reads a Douyin export by order, whose lines are joined in one cell', async () => {
    const header =
      '主订单编号,子订单编号,选购商品,商品数量,订单应付金额,订单提交时间,支付完成时间,订单状态,售后状态,收件人手机号';
    const text = `${header}\n\t6917926768823643751,\t69179267688236437511;69179267688236437512,茶;杯,3,88.00,2025-01-01 10:00:00,2025-01-01 10:01:00,已完成;已关闭,-;退款成功,$$x\n`;
    const finding = await find(fileOf(text));
    expect(finding.mapping).toMatchObject({ granularity: 'order', columns: { total: [4], itemsText: [2] } });
    const { statement, problems } = normaliserFor(
      finding.header,
      finding.mapping ?? finding.guess,
    )({
      row: 2,
      cells: finding.sample[0] ?? [],
    });
    expect(statement).toMatchObject({ paidMinor: 8800, refundMinor: null, stage: 'completed', quantity: 3 });
    expect(problems.map(({ code }) => code)).toEqual(['refund-unknown']);
  });

  it('says when a word stands above several columns', async () => {
    const finding = await find(fileOf('订单编号,买家会员名,总金额,收货地址,收货地址\n1,a,2,x,y\n'));
    expect(finding.reasons).toContainEqual({ code: 'headers-repeated', words: ['收货地址'] });
  });

  it('names every bare order number of a text file that ends in zeros beyond the 15th digit, and trusts a guarded one', async () => {
    const rows = (numbers: readonly string[]): string =>
      `订单编号,买家会员名,总金额\n${numbers.map((n) => `${n},a,2\n`).join('')}`;
    const genuine = Array.from(
      { length: 30 },
      (_, i) =>
        `17931531314${String(i * 7_654_321)
          .padStart(8, '0')
          .slice(-8)}`,
    );
    const stoppedOf = async (numbers: readonly string[]): Promise<number> => {
      const finding = await find(fileOf(rows(numbers)));
      const normalise = normaliserFor(finding.header, finding.mapping ?? finding.guess);
      return numbers.filter((n, row) => normalise({ row, cells: [n, 'a', '2'] }).statement === null).length;
    };
    // One sheet pasted beneath another: most numbers are whole, some are not.
    expect(await stoppedOf([...genuine.slice(1), '1793153131400000000'])).toBe(1);
    expect(await stoppedOf([...genuine.slice(1), '="1793153131400000000"'])).toBe(0);
    expect(await stoppedOf(genuine.map((n) => `${n.slice(0, 15)}0000`))).toBe(30);
    expect(await stoppedOf(['1793153131400000000'])).toBe(1);
  });
});
