-- Rows of a file that were left out for one of these reasons, and the sound rows that were left out with them.
insert or ignore into row_aside (file_id, row_no, put_at)
select @id, row_no, @now
from staged_problem
where file_no = @file and code in (select value from json_each(@codes))
union
select @id, row_no, @now
from staged_problem
where file_no = @file and code = 'order-left-out' and order_number in (
  select order_number from staged_problem where file_no = @file and code in (select value from json_each(@codes))
)
