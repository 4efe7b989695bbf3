-- The files of an import, each from its first ordered day to its last. Lists of after-sale cases speak of no day's orders.
select import_file.file_id as file, import_file.name, notice, min(ordered_on) as "from", max(ordered_on) as "to"
from import_file
cross join source_row on source_row.file_id = import_file.file_id
cross join shop_order on shop_order.order_id = source_row.order_id
where batch_id = ?
  and json_extract(mapping, '$.granularity') <> 'afterSale'
  -- What is typed by hand covers no days: that nothing was typed says nothing.
  and coalesce(json_extract(mapping, '$.marketplace'), '') <> 'hand'
group by import_file.file_id
