/**
 * Order parts without reading their rows again. Where each row of a file says all of its order by itself, what is kept of the order (in the
 * ledger, as long as no other row speaks of it; in the side file of a check) is, value by value, what the row says. Between the stored orders
 * and the fold; part of `plan-orders`.
 */

import type { Database } from 'better-sqlite3';
import type { Mapping } from '../../src-shared/contract/imports.ts';
import type { OrderPart } from '../../src-shared/order.ts';
import foldedRow from './folded-row.sql?raw';
import { liveFiles } from './live-files.ts';
import { type StatusReader, statusReader } from './normalise/read-status.ts';
import { orderFacts, type Value } from './order-values.ts';
import type { Desk, TouchedOrder } from './plan-orders.ts';
import { mappingOf } from './source-statements.ts';

/** Of each order of such a file the stored values leave out nothing but the stage, which is told by the status word alone. */
function tellsAll({ granularity, firstRow, itemsPacked, refundedBy, splitNote, columns }: Mapping): boolean {
  if (granularity !== 'order' || firstRow !== undefined || itemsPacked !== undefined) return false;
  if (refundedBy !== undefined || splitNote !== undefined) return false;
  const { fulfilment, cancelledAt, afterSaleStatus } = columns;
  return fulfilment === undefined && cancelledAt === undefined && afterSaleStatus === undefined;
}

/** Makes the part of an order from its values, in the column order of order-values.ts. */
export type PartReader = (orderNumber: string, values: readonly Value[]) => OrderPart;

function partReader(stageOf: StatusReader): PartReader {
  return (orderNumber, values) => {
    const facts = orderFacts(values);
    const stage = facts.statusWord === null ? null : stageOf(facts.statusWord);
    return { kind: 'order', orderNumber, stage, ...facts, lines: [] };
  };
}

/** How the part of an order of such a file is made from its values; null: its rows have to be read. */
export const wholePartReader = (mapping: Mapping): PartReader | null =>
  tellsAll(mapping) ? partReader(statusReader(mapping.statuses)) : null;

interface ReadFile {
  readonly file: number;
  readonly mapping: string;
}

function readersOf(files: readonly ReadFile[]): ReadonlyMap<number, PartReader> {
  const readers = new Map<number, PartReader>();
  for (const { file, mapping } of files) {
    const reader = wholePartReader(mappingOf(mapping));
    if (reader !== null) readers.set(file, reader);
  }
  return readers;
}

/** The files that this very program has read: an older one may have read otherwise. */
function filesReadNow(ledger: Database): readonly ReadFile[] {
  return ledger
    .prepare<[string], ReadFile>(
      "select file_id as file, mapping from import_file where json_extract(reading, '$.rules') = ?",
    )
    .all(__RULES__);
}

export interface WholeRows {
  /**
   * What the check's only row of a known order and its only live row say; null: it has more of either, or they must be read.
   * `stored`: the ledger's values of the order.
   */
  partsOf(touched: TouchedOrder, stored: readonly Value[]): readonly OrderPart[] | null;
}

/** Which files there are is asked once, now. */
export function wholeRows({ ledger, planning }: Desk): WholeRows {
  const staged = readersOf(planning.prepare<[], ReadFile>('select file_no as file, mapping from staged_file').all());
  const readNow = readersOf(filesReadNow(ledger));
  const live = liveFiles(ledger);
  const askFold = planning.prepare<[number], readonly Value[]>(foldedRow).raw();
  const askFiles = ledger.prepare<[number], number>('select file_id from source_row where order_id = ?').pluck();

  function liveReader(orderId: number): PartReader | undefined {
    const files = askFiles.all(orderId).filter((file) => live.has(file));
    const [only] = files;
    return only === undefined || files.length > 1 ? undefined : readNow.get(only);
  }

  return {
    partsOf({ orderId, orderNumber }, stored) {
      if (readNow.size === 0 || staged.size === 0) return null;
      const [file, ...values] = askFold.get(orderId) ?? [];
      const ofFold = staged.get(Number(file ?? 0));
      const ofLive = ofFold === undefined ? undefined : liveReader(orderId);
      if (ofFold === undefined || ofLive === undefined) return null;
      return [ofFold(orderNumber, values), ofLive(orderNumber, stored)];
    },
  };
}
