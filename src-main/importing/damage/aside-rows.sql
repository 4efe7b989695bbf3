-- Rows put aside that wait: not let go, of an import that stands, not given to an order, and their order has not come with a later import.
select
  row_aside.file_id as file,
  import_file.name,
  row_aside.row_no as row,
  shop.name as shop,
  import_batch.shop_id as shopId,
  put_at as putAt,
  row_problem.code,
  row_problem.column_name as "column",
  row_problem.found,
  row_problem.order_number as orderNumber
from row_aside
join import_file on import_file.file_id = row_aside.file_id
join import_batch on import_batch.batch_id = import_file.batch_id
join shop on shop.shop_id = import_batch.shop_id
join row_problem on row_problem.file_id = row_aside.file_id and row_problem.problem_no = (
  select problem_no from row_problem as first
  where first.file_id = row_aside.file_id and first.row_no = row_aside.row_no
  order by first.order_number is null, first.problem_no limit 1
)
where let_go_at is null
  and undone_at is null
  and not exists (
    select 1 from source_row where source_row.file_id = row_aside.file_id and source_row.row_no = row_aside.row_no
  )
  and not exists (
    select 1 from order_key
    cross join source_row on source_row.order_id = order_key.order_id
    cross join import_file as later on later.file_id = source_row.file_id
    cross join import_batch as whole on whole.batch_id = later.batch_id
    where order_key.shop_id = import_batch.shop_id and order_key.order_number = row_problem.order_number
      and source_row.file_id > row_aside.file_id and whole.undone_at is null
  )
  -- The same file put aside again: the newer one stands for both.
  and not exists (
    select 1 from row_aside as again
    join import_file as same on same.file_id = again.file_id
    join import_batch as newer on newer.batch_id = same.batch_id
    where again.row_no = row_aside.row_no and again.file_id > row_aside.file_id
      and same.sha256 = import_file.sha256 and same.sheet is import_file.sheet and newer.undone_at is null
  )
order by row_aside.file_id desc, row_aside.row_no
limit ?
