/** Folds that do not stand for their order after all become rows of the stage, whose orders are folded when they are planned. */

import type { Database } from 'better-sqlite3';
import type { Singles } from './singles.ts';

/** A fold, and its order's number in the ledger; null: nobody asked. */
type GoingBack = readonly [fold: number, orderId: number | null];

/** What the rows say is read from the folds; `alone`: no other row of the check speaks of the order, but the ledger knows it. */
function putBack(stage: Database, folds: Iterable<GoingBack>, alone: boolean): void {
  stage.exec('create temp table putting_back (fold_no integer primary key, known_id integer)');
  const add = stage.prepare('insert or ignore into putting_back (fold_no, known_id) values (?, ?)');
  for (const fold of folds) add.run(fold);
  stage
    .prepare(
      `insert into staged_row (file_no, row_no, order_number, row_hash, further, alone, known_id)
       select file_no, row_no, order_number, row_hash, 0, ?, known_id
       from putting_back
       cross join folds.staged_fold on staged_fold.fold_no = putting_back.fold_no
       cross join staged_segment on staged_segment.segment_no = staged_fold.segment_no
       where putting_back.fold_no not in (select fold_no from staged_put_back)`,
    )
    .run(alone ? 1 : 0);
  stage.exec(
    'insert or ignore into staged_put_back select fold_no from putting_back; drop table putting_back; delete from staged_singles',
  );
}

/** After all files are read: orders that several rows speak of. */
export function putBackRepeated(stage: Database, singles: Singles): void {
  const folds = Array.from(singles.putBack, (fold): GoingBack => [fold, null]);
  if (folds.length > 0) putBack(stage, folds, false);
}

/** Where nothing but the side file is left of a check, all its folds go back. */
export function putBackAll(stage: Database): void {
  // What the ledger was asked when it was planned before may no longer be so.
  stage.exec('delete from staged_known; update staged_row set known_id = null where known_id is not null');
  putBack(stage, stage.prepare<[], GoingBack>('select fold_no, null from folds.staged_fold').raw().all(), true);
}

const AT_ONCE = 5000;

/** Orders that the ledger knows: their single row is one more that speaks of them. Yields how many folds were looked at. */
export function* putBackKnown(ledger: Database, stage: Database, singles: Singles): Generator<number> {
  if (ledger.prepare('select 1 from order_key limit 1').get() === undefined) return;
  const known = ledger
    .prepare<[number, string], number>('select order_id from order_key where shop_id = ? and order_number = ?')
    .pluck();
  const note = stage.prepare('insert into staged_known (order_id, fold_no) values (?, ?)');
  const page = stage
    .prepare<[number, number], [fold: number, shop: number, number: string]>(
      `select fold_no, shop_id, order_number from folds.staged_fold
       cross join staged_segment on staged_segment.segment_no = staged_fold.segment_no
       where fold_no > ? order by fold_no limit ?`,
    )
    .raw();
  const found: GoingBack[] = [];
  let done = 0;
  for (let last = -1; ; ) {
    const folds = page.all(last, AT_ONCE);
    for (const [fold, shop, number] of folds) {
      last = fold;
      const orderId = singles.putBack.has(fold) ? undefined : known.get(shop, number);
      if (orderId === undefined) continue;
      note.run(orderId, fold);
      found.push([fold, orderId]);
    }
    done += folds.length;
    yield done;
    if (folds.length < AT_ONCE) break;
  }
  if (found.length === 0) return;
  for (const [fold] of found) singles.putBack.add(fold);
  putBack(stage, found, true);
}
