-- 每个月的销售分成新客和回头客：客户的第一笔有效单算新客，以后的都算回头；认不出是谁的单子单列。金额是净额（实付减退款）。没有成交的月也在，写零：从这段日子的第一个月（店里头一笔有效单之前的不列）到最后一个月。
-- Sales by month, split into new and returning: a customer's first counted order is new, all later ones are returning; orders whose buyer nobody can tell stand apart. Money is net of refunds. A month without any is in it, with noughts: from the first month of the period, but none before the first counted order of the shop, to the last.
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
counted as (
  select
    substr(ordered_on, 1, 7) as month,
    ordered_on,
    customer_id,
    net_minor,
    row_number() over (partition by customer_id order by ordered_on, ordered_at, order_id) as nth
  from shop_order
  where counts = 1
    and ordered_on <= :on
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
),
sold as materialized (
  select
    month,
    count(*) filter (where customer_id is not null and nth = 1)                     as new_orders,
    count(*) filter (where customer_id is not null and nth > 1)                     as returning_orders,
    count(*) filter (where customer_id is null)                                     as unknown_orders,
    count(distinct customer_id)                                                     as customers,
    sum(net_minor) filter (where customer_id is not null and nth = 1)               as new_net_minor,
    sum(net_minor) filter (where customer_id is not null and nth > 1)               as returning_net_minor,
    sum(net_minor) filter (where customer_id is null)                               as unknown_net_minor
  from counted
  where :from is null or ordered_on >= :from
  group by month
)
select
  month,
  coalesce(new_orders, 0)            as new_orders,
  coalesce(returning_orders, 0)      as returning_orders,
  coalesce(unknown_orders, 0)        as unknown_orders,
  coalesce(customers, 0)             as customers,
  coalesce(new_net_minor, 0)         as new_net_minor,
  coalesce(returning_net_minor, 0)   as returning_net_minor,
  coalesce(unknown_net_minor, 0)     as unknown_net_minor
from months
left join sold using (month)
order by month
