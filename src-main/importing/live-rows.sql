-- Where one order was seen in imports that are not undone, file by file.
select source_row.file_id as file, source_row.row_no as row
from source_row
join import_file on import_file.file_id = source_row.file_id
join import_batch on import_batch.batch_id = import_file.batch_id
where source_row.order_id = ? and import_batch.undone_at is null
order by source_row.file_id, source_row.row_no
