-- What the orders of each batch that stay as they are come to, by status, and whose they are.
select
  plan_key.batch_no as batch,
  status,
  count(*) as orders,
  sum((select count(*) from ledger.order_line where order_line.order_id = plan_key.order_id)) as lines,
  sum(paid_minor is null) as unknownMoney,
  sum(paid_minor) as paidMinor,
  sum(refund_minor) as refundMinor,
  sum(net_minor) as netMinor
from plan_key
cross join ledger.shop_order on shop_order.order_id = plan_key.order_id
group by plan_key.batch_no, status
