-- 同一位客户相邻两次购买之间隔多少天：每一行是一个间隔天数、出现过几次、累计占比。同一天下的多笔有效单算一次购买。累计到 0.5 的那一行就是中位数：一半的回头在这么多天以内。
-- Days between one purchase of a customer and the next: each row is a gap in days, how often it happened and the share up to it. Several counted orders of one day are one purchase. The row where the share reaches 0.5 is the median: half of the returns happen within so many days.
with bought as (
  select distinct customer_id, ordered_on
  from shop_order
  where counts = 1
    and customer_id is not null
    and ordered_on <= :on
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
),
gap as (
  select
    ordered_on,
    unixepoch(ordered_on) / 86400
      - unixepoch(lag(ordered_on) over (partition by customer_id order by ordered_on)) / 86400 as gap_days
  from bought
)
select
  gap_days,
  count(*)                                                              as times,
  1.0 * sum(count(*)) over (order by gap_days) / sum(count(*)) over ()  as share_up_to
from gap
where gap_days is not null and (:from is null or ordered_on >= :from)
group by gap_days
order by gap_days
