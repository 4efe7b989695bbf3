-- Every order of the files that are imported already: it stays as it is.
insert into plan_key (order_id, batch_no, shop_id, order_number, is_new, action)
select distinct order_key.order_id, staged_file.batch_no, order_key.shop_id, order_key.order_number, 0, 'same'
from staged_file
cross join ledger.source_row on source_row.file_id = staged_file.repeats
cross join ledger.order_key on order_key.order_id = source_row.order_id
order by order_key.order_id
