-- Where one order was seen in one batch of a check, file by file. Cross join: the order's few rows come first.
select staged_row.file_no as file, staged_row.row_no as row
from staged_row
cross join staged_file on staged_file.file_no = staged_row.file_no
where staged_row.order_number = cast(? as text) and staged_file.batch_no = cast(? as integer)
order by staged_row.file_no, staged_row.row_no
