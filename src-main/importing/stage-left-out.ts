/** Takes orders out of the stage that a file cannot be trusted with, and says so for each of their rows. Part of `stage-file`. */

import type { Database } from 'better-sqlite3';

/** Money of two currencies is never added up: an order that one file shows in both is not imported from it. */
const mixed = `
  select staged_row.file_no, row_no, 'currency-mixed', null, staged_row.order_number, staged_row.order_number, 0
  from staged_row
  join staged_file on staged_file.file_no = staged_row.file_no
  where source_no = @source and (coalesce(shop_name, ''), order_number) in (
    select coalesce(shop_name, ''), order_number
    from staged_row
    join staged_file on staged_file.file_no = staged_row.file_no
    where source_no = @source
    group by 1, 2
    having count(distinct currency) > 1
  )`;

/** The sound rows of an order of which another row was stopped: half an order would be a wrong one. */
const halved = `
  select staged_row.file_no, row_no, 'order-left-out', null, staged_row.order_number, staged_row.order_number, 0
  from staged_row
  join staged_file on staged_file.file_no = staged_row.file_no
  where source_no = @source and (staged_row.file_no, staged_row.order_number) in (
    select staged_problem.file_no, staged_problem.order_number
    from staged_problem
    where staged_problem.order_number is not null
  )
  and not exists (
    select 1 from staged_problem
    where staged_problem.file_no = staged_row.file_no and staged_problem.row_no = staged_row.row_no
      and staged_problem.order_number is not null
  )`;

/** Further lines of orders whose first row, with money and buyer, is not in the file: of them nothing is known. */
const withoutFirstRow = `
  select file_no, row_no, 'order-first-row-missing', null, order_number, order_number, 0
  from staged_row
  where further = 1 and file_no in (select file_no from staged_file where source_no = @source)
    and (file_no, order_number) not in (select file_no, order_number from staged_row where further = 0)
    and (file_no, order_number) not in (
      select file_no, order_number from staged_problem where order_number is not null
    )`;

/** Of the file whose rows were just staged. `firstRows`: only the first row of an order has its fields. */
export function leaveOut(connection: Database, source: number, firstRows: boolean): void {
  const currencies = connection
    .prepare<[number], number>('select count(distinct currency) from staged_file where source_no = ?')
    .pluck()
    .get(source);
  const name = (rows: string): void => {
    connection
      .prepare(
        `insert into staged_problem (file_no, row_no, code, column_name, found, order_number, planned) ${rows} order by 1, 2`,
      )
      .run({ source });
  };
  if ((currencies ?? 1) > 1) name(mixed);
  if (firstRows) name(withoutFirstRow);
  const stopped = connection.prepare('select 1 from staged_problem where order_number is not null limit 1').get();
  if (stopped === undefined) return;
  name(halved);
  connection
    .prepare(`
      delete from staged_row
      where (file_no, order_number) in (
        select staged_problem.file_no, staged_problem.order_number
        from staged_problem
        join staged_file on staged_file.file_no = staged_problem.file_no
        where staged_file.source_no = ? and staged_problem.order_number is not null
      )`)
    .run(source);
}
