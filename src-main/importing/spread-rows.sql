-- The rows of a table whose order is spoken of in several of its shops or currencies. broken: the file ends in it.
with spoken as (
  select file_no, row_no, order_number from staged_row
  where file_no in (select file_no from staged_file where source_no = @source)
  union
  select file_no, row_no, order_number from staged_problem
  where order_number is not null and file_no in (select file_no from staged_file where source_no = @source)
)
select
  file_no as file,
  row_no as row,
  order_number as orderNumber,
  exists (
    select 1 from staged_problem
    where staged_problem.file_no = spoken.file_no and staged_problem.row_no = spoken.row_no and code = 'last-record-cut'
  ) as broken
from spoken
where order_number in (select order_number from spoken group by order_number having count(distinct file_no) > 1)
order by row_no, file_no
