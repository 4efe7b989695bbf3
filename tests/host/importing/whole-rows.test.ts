/**
 * Orders that the ledger knows, seen again in one row: folded from what is kept of them instead of from their rows, as long as that is the
 * same. Held against the long way, which is taken where nobody has noted how the first import was read.
 */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { livePartsOf, storedOrders } from '../../../src-main/importing/plan-orders.ts';
import { mappingOf } from '../../../src-main/importing/source-statements.ts';
import { verifyLedger } from '../../../src-main/importing/verify.ts';
import { wholePartReader } from '../../../src-main/importing/whole-rows.ts';
import { canonicalPart } from '../../../src-main/ledger/fold-order.ts';
import { newBook } from './imports-at-hand.ts';
import { madeFiles } from './laws-files.ts';

const samples = join(import.meta.dirname, '../../exports/samples');

interface OrderOfFile {
  readonly orderId: number;
  readonly orderNumber: string;
  readonly mapping: string;
}

describe('an order that one row tells all of', () => {
  test('is kept as that row says it, in every export it is claimed of', async () => {
    const claimed = new Set<string>();
    for (const name of readdirSync(samples).filter((file) => !file.endsWith('.json'))) {
      const book = newBook();
      await book.import([join(samples, name)]);
      const { connection } = book.ledger;
      const orders = connection
        .prepare<[], OrderOfFile>(
          `select source_row.order_id as orderId, order_number as orderNumber, max(mapping) as mapping
           from source_row
           join order_key on order_key.order_id = source_row.order_id
           join import_file on import_file.file_id = source_row.file_id
           group by source_row.order_id having count(*) = 1`,
        )
        .all();
      const [partsOf, stored] = [livePartsOf(connection), storedOrders(connection)];
      for (const order of orders) {
        const reader = wholePartReader(mappingOf(order.mapping));
        const values = stored.valuesOf(order.orderId);
        if (reader === null || values === null) continue;
        claimed.add(name);
        const [read] = partsOf(order);
        expect(read && canonicalPart(read), `${name} ${order.orderNumber}`).toBe(
          canonicalPart(reader(order.orderNumber, values)),
        );
      }
      book.close();
    }
    expect([...claimed].sort()).toContain('taobao_list_2021_ExportOrderList.csv');
    expect(claimed.size).toBeGreaterThan(3);
  });

  test('comes to the same ledger the short way and the long way, whatever comes later', async () => {
    let short = 0;
    await fc.assert(
      fc.asyncProperty(madeFiles, async (files) => {
        const [quick, slow] = [newBook(), newBook()];
        for (const { name, text } of [...files, ...files.slice(0, 1)]) {
          const before = Number(quick.one('select count(*) from shop_order'));
          const [here] = await quick.import([quick.file(name, text)]);
          slow.ledger.connection.exec('update import_file set reading = null');
          const [there] = await slow.import([slow.file(name, text)]);
          expect({ ...here, id: null }).toEqual({ ...there, id: null });
          expect(quick.hash()).toBe(slow.hash());
          if (before > 0) short += here?.orders.changed ?? 0;
        }
        expect(verifyLedger(quick.ledger)).toMatchObject({ ok: true });
        quick.close();
        slow.close();
      }),
      { numRuns: 15, seed: 20_261_126 },
    );
    expect(short).toBeGreaterThan(10);
  }, 120_000);
});
