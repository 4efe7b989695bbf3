-- What the owner's columns of a batch say, of whom: by the order of its row, the newest order last, so that the last word about somebody counts.
select fills, content, customer.customer_id as customer, staged_file.name as file
from stage.staged_file
join stage.staged_word on staged_word.source_no = staged_file.source_no
join source_row on source_row.file_id = staged_file.file_id and source_row.row_no = staged_word.row_no
join shop_order on shop_order.order_id = source_row.order_id
join customer on customer.customer_id = shop_order.customer_id
where staged_file.batch_no = ?
order by shop_order.ordered_at, staged_file.file_no, staged_word.row_no
