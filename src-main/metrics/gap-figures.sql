-- 复购间隔的几个数：同一位客户相邻两次购买（同一天的算一次）隔多少天，一共几个间隔、平均、十分位和四分位（按 type-7 插值）；再有按人算的：有间隔的客户几位，他们各自平均间隔、各自中位间隔的中位数。只看回过头的人，数会偏小：还没回来的不在里面，见“第一次到第二次”。
-- Gaps between purchases: days between one purchase of a customer and the next (one day is one purchase): how many gaps, their mean and quantiles (type 7); and by person: customers who have gaps, the median of their own mean gaps and of their own median gaps. Only those who came back are in it, so it is biased low: see first to second.
with bought as (
  select distinct customer_id, unixepoch(ordered_on) / 86400 as day
  from shop_order
  where counts = 1
    and customer_id is not null
    and ordered_on <= :on
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
),
spaced as (
  select customer_id, day, day - lag(day) over (partition by customer_id order by day) as gap_days
  from bought
),
gap as materialized (
  select customer_id, gap_days
  from spaced
  where gap_days is not null and (:from is null or day >= unixepoch(:from) / 86400)
),
own as materialized (
  select
    customer_id,
    gap_days,
    row_number() over (partition by customer_id order by gap_days) as place,
    count(*) over (partition by customer_id)                       as gaps
  from gap
),
-- Every list that is asked for quantiles, its values in order.
list (name, value) as (
  select 'gap', gap_days from gap
  union all
  select 'mean', avg(gap_days) from gap group by customer_id
  union all
  select 'median', avg(gap_days) from own where place in ((gaps + 1) / 2, (gaps + 2) / 2) group by customer_id
),
ordered as materialized (
  select
    name,
    value,
    row_number() over in_order - 1        as place,
    lead(value, 1, value) over in_order   as next_value,
    count(*) over (partition by name)     as size
  from list
  window in_order as (partition by name order by value)
),
cut as (
  select name, per_cent, value + (next_value - value) * ((size - 1) * per_cent % 100) / 100.0 as value
  from (select 10 as per_cent union all select 25 union all select 50 union all select 75 union all select 90)
  join ordered on place = (size - 1) * per_cent / 100
)
select
  (select count(*) from gap)                                               as gaps,
  (select avg(gap_days) from gap)                                          as mean_days,
  max(value) filter (where name = 'gap' and per_cent = 10)                 as p10_days,
  max(value) filter (where name = 'gap' and per_cent = 25)                 as p25_days,
  max(value) filter (where name = 'gap' and per_cent = 50)                 as median_days,
  max(value) filter (where name = 'gap' and per_cent = 75)                 as p75_days,
  max(value) filter (where name = 'gap' and per_cent = 90)                 as p90_days,
  (select count(distinct customer_id) from gap)                            as customers,
  max(value) filter (where name = 'mean' and per_cent = 50)                as median_of_means_days,
  max(value) filter (where name = 'median' and per_cent = 50)              as median_of_medians_days
from cut
having count(*) > 0
