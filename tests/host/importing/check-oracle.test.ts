/** A real shop's orders as a Taobao-like export: nothing is lost on the way. Needs the folder named by REGULARS_SHARED. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyLedger } from '../../../src-main/importing/verify.ts';
import { newBook } from './imports-at-hand.ts';

const path = join(process.env['REGULARS_SHARED'] ?? '', 'oracles/data/cdnow_sample_taobao_like.gb18030.csv');
const present = process.env['REGULARS_SHARED'] !== undefined && existsSync(path);

test.skipIf(!present)(
  'the CDNOW sample keeps its orders, customers and money (needs REGULARS_SHARED)',
  { timeout: 120_000 },
  async () => {
    const book = newBook();
    const [batch] = await book.import([path]);
    expect(batch).toMatchObject({
      orders: { new: 6919, changed: 0, same: 0, skipped: 0 },
      customers: { new: 2357, matched: 0, likely: 0 },
      ordersWithoutBuyer: 0,
      paidMinor: batch?.netMinor,
      refundMinor: 0,
    });
    expect(verifyLedger(book.ledger).ok).toBe(true);
    book.close();
  },
);
