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
import { samples } from './files-at-hand.ts';

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
