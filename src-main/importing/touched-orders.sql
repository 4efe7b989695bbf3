-- Every order a batch was seen with, to be folded again.
insert into plan_key (order_id, batch_no, shop_id, order_number, is_new, action)
select distinct order_key.order_id, null, order_key.shop_id, order_key.order_number, 0, ''
from import_file
join source_row on source_row.file_id = import_file.file_id
join order_key on order_key.order_id = source_row.order_id
where import_file.batch_id = ?
