-- Numbers the distinct orders of all batches that are not single folds, as they come in the files.
delete from staged_order;
create index if not exists staged_row_by_order on staged_row (order_number);
insert into staged_order (batch_no, order_number, file_no, row_hash, known_id)
select
  batch_no, order_number,
  case when count(*) = 1 and max(alone) = 1 then max(staged_row.file_no) end,
  case when count(*) = 1 and max(alone) = 1 then max(row_hash) end,
  max(known_id)
from staged_row
join staged_file on staged_file.file_no = staged_row.file_no
group by batch_no, order_number
order by min(staged_row.file_no * 100000000 + staged_row.row_no);
