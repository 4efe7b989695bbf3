-- 一位客户的往来合计。实付、退款只算真的动过钱的单：有效单，或付了又全额退的；实付没有写的，退款也不算。每隔几天来：截至那天（含当天）有效单的下单日两两之间的天数从小到大排，取最中间的（有两个时取平均）；不到两个间隔不算。
-- What a customer's account comes to. Paid and refunded only of orders in which money moved: those that count, and those paid and given back in full; where no file says what was paid, no refund is counted. How often they come: the days between the days of counted orders up to the day (included), from small to large, the middle one (the mean of the two when there are two); below two gaps there is none.
with account as (
  select
    ordered_on,
    counts
    --[excluded
      and order_id not in (select order_id from excluded_order)
    --]
      as counts,
    (counts = 1 or status = 'refunded')
    --[excluded
      and order_id not in (select order_id from excluded_order)
    --]
      as moved,
    paid_minor,
    refund_minor
  from shop_order
  where customer_id = :customer
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
),
visit as (
  select distinct ordered_on from account where counts = 1 and ordered_on <= :on
),
gap as (
  select unixepoch(ordered_on) / 86400 - unixepoch(lag(ordered_on) over (order by ordered_on)) / 86400 as days
  from visit
),
ranked as (
  select days, row_number() over (order by days) as place, count(*) over () as gaps
  from gap
  where days is not null
)
select
  count(*)                                                               as orders,
  coalesce(sum(counts), 0)                                               as counted,
  coalesce(sum(paid_minor) filter (where moved), 0)                      as paid_minor,
  coalesce(sum(refund_minor) filter (where moved and paid_minor is not null), 0) as refund_minor,
  coalesce(sum(paid_minor) filter (where moved), 0)
    - coalesce(sum(refund_minor) filter (where moved and paid_minor is not null), 0) as net_minor,
  (select count(*) from ranked)                                          as gaps,
  (select avg(days) from ranked where gaps >= 2 and place in ((gaps + 1) / 2, (gaps + 2) / 2)) as rhythm_days
from account
