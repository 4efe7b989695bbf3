-- 第一次到第二次隔多久，连还没回来的人一起算（Kaplan–Meier，截至那天）：每一行是第一次之后的第几天、那时还在等的人、当天回来的、当天起再也看不到的（第一次离截止日只有这么多天），以及过了这天还没回来的占比。占比降到 0.5 的那天就是中位数；没降到就还没有中位数。
-- How long from first to second purchase, those who have not come back yet counted too (Kaplan-Meier, as of the day): each row is a day after the first, those still waited for, those who came back on it, those who can be seen no longer (their first was so many days before the day asked for), and the share not back after it. The day on which the share falls to 0.5 is the median; while it does not, there is none.
with recursive bought as (
  select distinct customer_id, unixepoch(ordered_on) / 86400 as day
  from shop_order
  where counts = 1
    and customer_id is not null
    and ordered_on <= :on
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
),
nth as (
  select customer_id, day, row_number() over (partition by customer_id order by day) as n from bought
),
person as materialized (
  select
    max(day) filter (where n = 2) is not null                                                       as is_back,
    coalesce(max(day) filter (where n = 2), unixepoch(:on) / 86400) - max(day) filter (where n = 1) as days
  from nth
  where n <= 2
  group by customer_id
  having :from is null or max(day) filter (where n = 1) >= unixepoch(:from) / 86400
),
day_of as (
  select days, sum(is_back) as came_back, sum(not is_back) as out_of_sight from person group by days
),
numbered as materialized (
  select
    days,
    came_back,
    out_of_sight,
    sum(came_back + out_of_sight) over (order by days desc) as waited_for,
    row_number() over (order by days)                       as place
  from day_of
),
away as (
  select place, days, waited_for, came_back, out_of_sight, 1.0 - 1.0 * came_back / waited_for as share_away
  from numbered
  where place = 1
  union all
  select next.place, next.days, next.waited_for, next.came_back, next.out_of_sight,
    away.share_away * (1.0 - 1.0 * next.came_back / next.waited_for)
  from away
  join numbered as next on next.place = away.place + 1
)
select days, waited_for, came_back, out_of_sight, share_away
from away
order by days
