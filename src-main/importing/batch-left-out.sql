-- 一次导入拦下的：看得出编号的，一单算一个；看不出编号的，一行算一个。每个给出最先拦住它的那一行和原因。
-- What an import left out: one for each order whose number can be read, one for each row where it cannot. With the first row that stopped it, and why.
with stopping as (
  select row_problem.*
  from import_file
  join row_problem on row_problem.file_id = import_file.file_id
  where import_file.batch_id = :batch
    and row_problem.code in (select value from json_each(:stopping))
)
select
  min(iif(code = 'order-left-out', 1000000000, 0) + file_id * 10000000 + problem_no) as place,
  order_number, file_id as file, row_no as row, code as why, found as items
from stopping
where order_number is not null
  and not exists (
    select 1
    from order_key
    join source_row on source_row.order_id = order_key.order_id
    join import_file on import_file.file_id = source_row.file_id
    where order_key.shop_id = (select shop_id from import_batch where batch_id = :batch)
      and order_key.order_number = stopping.order_number
      and import_file.batch_id = :batch
  )
group by order_number
union all
select min(problem_no), '', file_id, row_no, code, found
from stopping
where order_number is null
  and not exists (
    select 1 from row_problem as named
    where named.file_id = stopping.file_id and named.row_no = stopping.row_no and named.order_number is not null
  )
group by file_id, row_no
order by file, row
