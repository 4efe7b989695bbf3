-- Where one order was seen in imports that are not undone, file by file. Cross joins: the order's few rows come first.
select source_row.file_id as file, source_row.row_no as row, source_row.row_hash as hash, order_key.order_number as orderNumber
from order_key
cross join source_row on source_row.order_id = order_key.order_id
cross join import_file on import_file.file_id = source_row.file_id
cross join import_batch on import_batch.batch_id = import_file.batch_id
where order_key.order_id = ? and import_batch.undone_at is null
order by source_row.file_id, source_row.row_no
