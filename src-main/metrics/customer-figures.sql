-- 每位客户在每家店的合计，一列一串，按客户排：有效单几单、净额多少、首次和最近一次有效下单日、实付和退款多少。
-- What the ledger holds of each customer in each shop, one text a column, ascending by customer: counted orders, net money, first and last day of one, what was paid and what was refunded.
select
  count(*),
  group_concat(customer_id),
  group_concat(counted),
  group_concat(net_minor),
  group_concat(coalesce(first_day, '')),
  group_concat(coalesce(last_day, '')),
  group_concat(paid_minor),
  group_concat(refund_minor)
from (
  select customer_id, counted, net_minor, first_day, last_day, paid_minor, refund_minor
  from customer_total
  where shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
  order by customer_id
)
