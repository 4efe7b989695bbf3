-- 每个月的销售：有效单几笔、几位客户、实付、退款、净额（实付减退款）、平均一笔多少钱；认不出是谁的单子也算在内，另数一遍。有效单 = 有付款时间且没有全额退款，按下单日归月。没有成交的月也在，写零：从这段日子的第一个月（店里头一笔有效单之前的不列）到最后一个月。
-- Sales by month: counted orders, customers, paid, refunded, net, and money per order; orders whose buyer nobody can tell are in it, and counted apart too. An order counts if it has a payment time and is not fully refunded; its month is that of the day it was placed. A month without any is in it, with noughts: from the first month of the period, but none before the first counted order of the shop, to the last.
with recursive first_order as (
  select ordered_on
  from shop_order
  where counts = 1
    and ordered_on <= :on
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
  order by ordered_on
  limit 1
),
months (month) as (
  select substr(max(ordered_on, coalesce(:from, ordered_on)), 1, 7)
  from first_order
  where :from is null or :from <= :on
  union all
  select strftime('%Y-%m', month || '-01', '+1 month') from months where month < substr(:on, 1, 7)
),
sold as materialized (
  select
    substr(ordered_on, 1, 7)                     as month,
    count(*)                                     as orders,
    count(*) filter (where customer_id is null)  as unknown_orders,
    count(distinct customer_id)                  as customers,
    sum(coalesce(paid_minor, 0))                 as paid_minor,
    sum(coalesce(refund_minor, 0))               as refund_minor,
    sum(coalesce(net_minor, 0))                  as net_minor
  from shop_order
  where counts = 1
    and ordered_on <= :on
    and (:from is null or ordered_on >= :from)
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
  group by substr(ordered_on, 1, 7)
)
select
  month,
  coalesce(orders, 0)                                 as orders,
  coalesce(unknown_orders, 0)                         as unknown_orders,
  coalesce(customers, 0)                              as customers,
  coalesce(paid_minor, 0)                             as paid_minor,
  coalesce(refund_minor, 0)                           as refund_minor,
  coalesce(net_minor, 0)                              as net_minor,
  cast(round(1.0 * net_minor / orders) as integer)    as average_minor
from months
left join sold using (month)
order by month
