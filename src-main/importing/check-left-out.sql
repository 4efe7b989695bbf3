-- 这次试算拦下的：看得出编号的，一单算一个；看不出编号的，一行算一个。每个给出最先拦住它的那一行和原因。
-- What this check leaves out: one for each order whose number can be read, one for each row where it cannot. With the first row that stopped it, and why.
with stopping as (
  select staged_problem.*, staged_file.batch_no
  from staged_problem
  join staged_file on staged_file.file_no = staged_problem.file_no
  where (:batch is null or staged_file.batch_no = :batch)
    and staged_problem.code in (select value from json_each(:stopping))
)
select
  min(iif(code = 'order-left-out', 1000000000, 0) + problem_no) as place,
  order_number, file_no as file, row_no as row, code as why, found as items
from stopping
where order_number is not null
  and not exists (
    select 1 from staged_order
    where staged_order.batch_no = stopping.batch_no and staged_order.order_number = stopping.order_number
  )
group by batch_no, order_number
union all
select min(problem_no), '', file_no, row_no, code, found
from stopping
where order_number is null
  and not exists (
    select 1 from staged_problem as named
    where named.file_no = stopping.file_no and named.row_no = stopping.row_no and named.order_number is not null
  )
group by file_no, row_no
order by file, row
