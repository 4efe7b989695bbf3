-- 每位客户在账本里的合计：下过几单、有效几单、实付、退款、净额（实付减退款）、首次和最近一次有效下单日。有效单 = 有付款时间且没有全额退款。
-- What the ledger holds of each customer: orders, counted orders, paid, refunded, net, first and last day of a counted order. An order counts if it has a payment time and is not fully refunded.
select
  customer_id,
  sum(orders)       as orders,
  sum(counted)      as counted,
  sum(paid_minor)   as paid_minor,
  sum(refund_minor) as refund_minor,
  sum(net_minor)    as net_minor,
  min(first_day)    as first_day,
  max(last_day)     as last_day
from customer_total
where shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
group by customer_id
order by customer_id
