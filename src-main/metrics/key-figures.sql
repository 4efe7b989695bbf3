-- 一段日子的要数：下了几单、有效几单、退过款的几单、几位客户（其中第一次来的、早就来过的）、实付、退款、净额、平均一笔；还有截至最后一天，来过的客户一共几位、其中另一天又来过的几位。退款看的是有付款时间的单。
-- The key figures of a period: orders placed, counted, and with a refund, customers (new among them, and those who came before), paid, refunded, net, money per order; and as of its last day how many customers there are in all, and how many of them came again on another day. Refunds are of orders that have a payment time.
with placed as (
  select *
  from shop_order
  where ordered_on <= :on
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
),
buyer as (
  select customer_id, min(ordered_on) as first_day, count(distinct ordered_on) as days, max(ordered_on) as last_day
  from placed
  where counts = 1 and customer_id is not null
  group by customer_id
),
period as (
  select * from placed where :from is null or ordered_on >= :from
)
select
  count(*)                                                                       as placed,
  count(*) filter (where paid_at is not null)                                    as paid_orders,
  count(*) filter (where counts = 1)                                             as orders,
  count(*) filter (where paid_at is not null and refund_minor > 0)               as refunded_orders,
  count(distinct customer_id) filter (where counts = 1)                          as customers,
  (select count(*) from buyer where :from is null or first_day >= :from)         as new_customers,
  (select count(*) from buyer where first_day < :from and last_day >= :from)     as earlier_customers,
  coalesce(sum(coalesce(paid_minor, 0)) filter (where counts = 1), 0)            as paid_minor,
  coalesce(sum(coalesce(refund_minor, 0)) filter (where counts = 1), 0)          as refund_minor,
  coalesce(sum(coalesce(net_minor, 0)) filter (where counts = 1), 0)             as net_minor,
  cast(round(1.0 * sum(coalesce(net_minor, 0)) filter (where counts = 1)
    / nullif(count(*) filter (where counts = 1), 0)) as integer)                 as average_minor,
  (select count(*) from buyer)                                                   as buyers,
  (select count(*) from buyer where days > 1)                                    as came_back
from period
having exists (select 1 from placed)
