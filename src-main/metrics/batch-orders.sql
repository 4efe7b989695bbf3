-- 一次导入里的订单：这批文件里有它的行、现在还在账上的全部订单，按它们现在的样子，新的在前。
-- The orders of an import: all that a row of its files speaks of and that stand in the ledger now, in their present state, newest first.
select
  shop_order.order_id,
  order_key.order_number,
  shop_order.ordered_on,
  shop_order.net_minor,
  coalesce(
    (select group_concat(title, '、' order by line_no) from order_line where order_line.order_id = shop_order.order_id),
    shop_order.items_text,
    ''
  ) as items,
  case
    when shop_order.counts = 1 then null
    when shop_order.status in ('unpaid', 'closed', 'refunded') then shop_order.status
    else 'no-payment-time'
  end as why
from shop_order
join order_key on order_key.order_id = shop_order.order_id
where shop_order.order_id in (
  select source_row.order_id
  from import_file
  join source_row on source_row.file_id = import_file.file_id
  where import_file.batch_id = :batch
)
order by shop_order.ordered_on desc, shop_order.order_id desc
