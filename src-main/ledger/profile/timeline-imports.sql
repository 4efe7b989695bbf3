-- The imports that brought orders of a customer, taken back or not, with how many of theirs.
select
  import_file.batch_id as batch,
  import_batch.applied_at as at,
  import_batch.undone_at as undoneAt,
  -- Its first file, and how many there are.
  (
    select min(name) || iif(count(*) > 1, ' … (' || count(*) || ')', '')
    from import_file as one where one.batch_id = import_file.batch_id
  ) as files,
  count(distinct source_row.order_id) as orders
from shop_order
cross join source_row on source_row.order_id = shop_order.order_id
cross join import_file on import_file.file_id = source_row.file_id
cross join import_batch on import_batch.batch_id = import_file.batch_id
where shop_order.customer_id = ?
group by import_file.batch_id
