-- 截至某天（含当天）每位客户的近、勤、多：最近一次有效下单距那天几天，有效单几单，净额、实付、退款各多少。只看那天及以前下的单，单子按现在的状态算；没有有效单的客户不在其中。
-- How recent, how often and how much, for each customer as of a day: days since the last counted order, counted orders, their net money, what was paid and what was refunded. Orders placed on or before that day, in their present state; customers without a counted order are left out.
select
  customer_id,
  unixepoch(:on) / 86400 - unixepoch(max(ordered_on)) / 86400 as recency_days,
  count(*)                                                    as frequency,
  sum(coalesce(net_minor, 0))                                 as net_minor,
  min(ordered_on)                                             as first_day,
  max(ordered_on)                                             as last_day,
  sum(coalesce(paid_minor, 0))                                as paid_minor,
  sum(coalesce(refund_minor, 0))                              as refund_minor
from shop_order
where counts = 1
  and customer_id is not null
  and ordered_on <= :on
  and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
group by customer_id
order by customer_id
