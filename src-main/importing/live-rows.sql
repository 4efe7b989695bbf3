-- Where one order was seen, live or not, file by file.
select file_id as file, row_no as row, row_hash as hash
from source_row
where order_id = ?
order by file_id, row_no
