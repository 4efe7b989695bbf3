/** Whether the money of a checked import adds up, said beneath it: over files that are read and checked for this. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { screen } from '@testing-library/react';
import { expect, onTestFinished, test } from 'vitest';
import { Reckoning } from '../../../src-renderer/pages/import/reckoning.tsx';
import { csvOf, head, soundRows, withCells } from '../../host/importing/damaged-shop.ts';
import { hostWithCheck } from '../host-at-hand.ts';
import { inPage } from '../in-page.tsx';

const total = (paid: string): string[] =>
  head.map((name) => (name === '订单编号' ? '合计' : name === '买家实际支付金额' ? paid : ''));

async function checked(rows: readonly (readonly string[])[], language: 'zh-CN' | 'en' = 'zh-CN'): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-verdict-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, '订单.csv');
  writeFileSync(path, csvOf(rows));
  const { connection, result } = await hostWithCheck([], [path]);
  const [batch] = result.batches;
  if (batch === undefined) throw new Error('nothing was read');
  const nothing = (): void => undefined;
  inPage(<Reckoning batch={batch} findings={[]} onMap={nothing} onTakeOut={nothing} onAsk={nothing} />, {
    connection,
    language,
  });
}

test('every row read, and the total row says the same: to the cent', async () => {
  await checked([...soundRows(3), total('304.50')]);
  expect(screen.getByText('一分不差')).toBeTruthy();
});

test('a row that is stopped is not passed over: what is left adds up', async () => {
  await checked(withCells(soundRows(3), 1, { 买家实际支付金额: '一百' }));
  expect(screen.getByText('除拦下的，一分不差')).toBeTruthy();
  expect(screen.queryByText('一分不差')).toBeNull();
});

test('a total row that says more than the rows come to is told by the difference, and where it stands', async () => {
  await checked([...soundRows(3), total('500.00')]);
  const said = screen.getByText('和合计行差 195.50');
  expect(said.closest('[title]')?.getAttribute('title')).toContain('订单.csv');
});

test('in English too', async () => {
  await checked([...soundRows(3), total('500.00')], 'en');
  expect(screen.getByText(/195\.50/)).toBeTruthy();
  expect(screen.queryByText('一分不差')).toBeNull();
});
