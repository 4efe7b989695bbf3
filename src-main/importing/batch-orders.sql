-- 一次导入里的每一单，按入账那一刻的样子：之后没变过的就是账上现在的样子，变过、撤过的取当时记下的。
-- Every order of an import as it stood when it was posted: what has not changed since stands in the ledger, what has changed or was taken back was noted then.
select
  order_key.order_id,
  order_key.order_number,
  shop.currency,
  coalesce(noted.action, import_batch.usual_action) as action,
  iif(noted.past = 1, noted.status, stored.status) as status,
  iif(noted.past = 1, noted.counts, stored.counts) as counts,
  iif(noted.past = 1, noted.ordered_on, stored.ordered_on) as ordered_on,
  iif(noted.past = 1, noted.paid_minor, stored.paid_minor) as paid_minor,
  iif(noted.past = 1, noted.refund_minor, stored.refund_minor) as refund_minor,
  iif(noted.past = 1, noted.net_minor, stored.net_minor) as net_minor,
  iif(
    noted.past = 1,
    noted.lines,
    (select count(*) from order_line where order_line.order_id = order_key.order_id)
  ) as lines,
  coalesce(
    (select group_concat(title, '、' order by line_no) from order_line where order_line.order_id = order_key.order_id),
    stored.items_text
  ) as items,
  coalesce(stored.buyer_id, stored.buyer_email, stored.receiver_name) as buyer,
  iif(noted.past = 1, noted.customer_id, stored.customer_id) as person,
  coalesce(noted.buyer, import_batch.usual_buyer) as buyer_is
from import_batch
join shop on shop.shop_id = import_batch.shop_id
join order_key on order_key.order_id in (
  select source_row.order_id
  from import_file
  join source_row on source_row.file_id = import_file.file_id
  where import_file.batch_id = :batch
)
left join batch_order as noted on noted.batch_id = import_batch.batch_id and noted.order_id = order_key.order_id
left join shop_order as stored on stored.order_id = order_key.order_id
where import_batch.batch_id = :batch
