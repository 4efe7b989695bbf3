-- 一位客户截至某天（含当天）在几天买过、最近是哪天、几个间隔、间隔的中位数（不到两个间隔没有）。同一天的几单算一次。
-- Of one customer as of a day (included): on how many days they bought, the last of them, how many gaps there are and the middle one (none below two). Several orders of one day are one purchase.
with purchase as (
  select distinct ordered_on
  from shop_order
  where counts = 1
    and customer_id = :customer
    and ordered_on <= :on
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
),
gap as (
  select unixepoch(ordered_on) / 86400 - unixepoch(lag(ordered_on) over (order by ordered_on)) / 86400 as days
  from purchase
),
ranked as (
  select days, row_number() over (order by days) as place, count(*) over () as gaps
  from gap
  where days is not null
)
select
  count(*)                                                     as purchase_days,
  unixepoch(:on) / 86400 - unixepoch(max(ordered_on)) / 86400  as since_days,
  (select count(*) from ranked)                                as gaps,
  (select avg(days) from ranked where gaps >= 2 and place in ((gaps + 1) / 2, (gaps + 2) / 2)) as own_days
from purchase
