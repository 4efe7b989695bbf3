-- Every row an order was seen in, oldest import first, taken back or not.
select
  import_batch.batch_id as batch,
  import_file.file_id as fileId,
  import_file.name as file,
  import_batch.applied_at as appliedAt,
  import_batch.undone_at as undoneAt,
  import_file.sheet,
  source_row.row_no as row
from source_row
cross join import_file on import_file.file_id = source_row.file_id
cross join import_batch on import_batch.batch_id = import_file.batch_id
where source_row.order_id = ?
order by import_batch.batch_id, import_file.file_id, source_row.row_no
