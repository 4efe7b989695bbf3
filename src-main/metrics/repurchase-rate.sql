-- 复购率，按第一笔有效单所在的月份分组：这个月来的新客里，到那天为止又来买过（在另一天下了有效单）的占多少。越近的月份，客户还没来得及回来，比率自然偏低。
-- Repurchase rate by month of the first counted order: of the customers who were new in a month, the share that bought again, on another day, up to the day asked for. The newest months are low because their customers had little time yet.
with bought as (
  select customer_id, min(ordered_on) as first_day, count(distinct ordered_on) as days
  from shop_order
  where counts = 1
    and customer_id is not null
    and ordered_on <= :on
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
  group by customer_id
  having :from is null or min(ordered_on) >= :from
)
select
  substr(first_day, 1, 7)                            as month,
  count(*)                                           as customers,
  count(*) filter (where days > 1)                   as came_back,
  1.0 * count(*) filter (where days > 1) / count(*)  as rate
from bought
group by month
order by month
