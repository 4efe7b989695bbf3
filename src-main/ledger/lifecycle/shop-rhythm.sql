-- 全店的间隔：每位客户相邻两个有效下单日隔几天，从小到大排，一半、75%、90% 各到几天。同一天的几单算一次。
-- The gaps of the shop: days between one purchase day of a customer and the next, from small to large: how many days half, 75 % and 90 % of them take. Several orders of one day are one purchase.
with purchase as (
  select distinct customer_id, ordered_on
  from shop_order
  where counts = 1
    and customer_id is not null
    and ordered_on <= :on
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
),
gap as (
  select
    unixepoch(ordered_on) / 86400
      - unixepoch(lag(ordered_on) over (partition by customer_id order by ordered_on)) / 86400 as days
  from purchase
),
reached as (
  select days, sum(count(*)) over (order by days) as up_to, sum(count(*)) over () as gaps
  from gap
  where days is not null
  group by days
)
select
  min(days) filter (where up_to * 100 >= gaps * 50) as due,
  min(days) filter (where up_to * 100 >= gaps * 75) as sleeping,
  min(days) filter (where up_to * 100 >= gaps * 90) as lost
from reached
