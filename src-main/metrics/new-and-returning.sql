-- 每个月的销售分成新客和回头客:客户的第一笔有效单算新客,以后的都算回头;认不出是谁的单子单列。金额是净额(实付减退款)。
-- Sales by month, split into new and returning: a customer's first counted order is new, all later ones are returning; orders whose buyer nobody can tell stand apart. Money is net of refunds.
with counted as (
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
)
select
  month,
  count(*) filter (where customer_id is not null and nth = 1)                           as new_orders,
  count(*) filter (where customer_id is not null and nth > 1)                           as returning_orders,
  count(*) filter (where customer_id is null)                                           as unknown_orders,
  count(distinct customer_id)                                                           as customers,
  coalesce(sum(net_minor) filter (where customer_id is not null and nth = 1), 0)        as new_net_minor,
  coalesce(sum(net_minor) filter (where customer_id is not null and nth > 1), 0)        as returning_net_minor,
  coalesce(sum(net_minor) filter (where customer_id is null), 0)                        as unknown_net_minor
from counted
where :from is null or ordered_on >= :from
group by month
order by month
