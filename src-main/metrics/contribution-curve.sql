-- 客户按这段日子的净额从多到少分成二十份，前几份合起来占净额的几成（帕累托曲线）。净额不到零的按零算。
-- Customers by their net of the period, the largest first, in twenty parts: which share of the net the first of them bring together (the Pareto curve). A net below nothing counts as nothing.
with bought as (
  select customer_id, max(sum(coalesce(net_minor, 0)), 0) as net_minor
  from shop_order
  where counts = 1
    and customer_id is not null
    and ordered_on <= :on
    and (:from is null or ordered_on >= :from)
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
  group by customer_id
),
parted as (
  select ntile(20) over (order by net_minor desc, customer_id) as part, net_minor from bought
),
summed as (
  select part, count(*) as customers, sum(net_minor) as net_minor from parted group by part
)
select
  sum(customers) over (order by part)                                                       as first_customers,
  1.0 * sum(customers) over (order by part) / nullif(sum(customers) over (), 0)             as share_customers,
  sum(net_minor) over (order by part)                                                       as net_minor,
  1.0 * sum(net_minor) over (order by part) / nullif(sum(net_minor) over (), 0)             as share_net
from summed
order by part
