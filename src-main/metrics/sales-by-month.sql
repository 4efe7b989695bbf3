-- 每个月的销售:有效单几笔、几位客户、实付、退款、净额(实付减退款)、平均一笔多少钱;认不出是谁的单子也算在内,另数一遍。有效单 = 有付款时间且没有全额退款,按下单日归月。
-- Sales by month: counted orders, customers, paid, refunded, net, and money per order; orders whose buyer nobody can tell are in it, and counted apart too. An order counts if it has a payment time and is not fully refunded; its month is that of the day it was placed.
select
  substr(ordered_on, 1, 7)                                    as month,
  count(*)                                                    as orders,
  count(*) filter (where customer_id is null)                 as unknown_orders,
  count(distinct customer_id)                                 as customers,
  sum(coalesce(paid_minor, 0))                                as paid_minor,
  sum(coalesce(refund_minor, 0))                              as refund_minor,
  sum(coalesce(net_minor, 0))                                 as net_minor,
  cast(round(1.0 * sum(coalesce(net_minor, 0)) / count(*)) as integer) as average_minor
from shop_order
where counts = 1
  and ordered_on <= :on
  and (:from is null or ordered_on >= :from)
  and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
group by month
order by month
