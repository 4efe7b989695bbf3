-- 一位客户的习惯，每条写明几单里有几单；不到三单说不出的不说。最常买：同名商品出现在几单里，至少两单。价位：实付从小到大去掉两头各一成。钟点：连着的三个钟头里单最多的一段，只看写了钟点的单。星期：下单最多的那天。钟点和星期要占到四成才说。渠道：单最多的店，只有一家店时不说。优惠：每件的单价乘数量合计高于实际的行金额。退款：付过钱的单里退过的。间隔：截至那天（含当天）相邻两个下单日隔几天，取中间一半；下一次 = 最后一次加间隔的中位数。
-- A customer's habits, each with how many orders fit, of how many; what fewer than three orders could say is not said. Favourite: in how many orders a thing of that name is, two at least. Price: paid, without the lowest and the highest tenth. Hour: the three hours in a row with most orders, of those that tell the time. Weekday: the one with most orders. Hour and weekday are said from four tenths on. Channel: the shop with most orders, unless there is only one. Discount: the prices of the lines times their quantities come to more than the lines cost. Returns: paid orders of which money went back. Rhythm: days between two days with an order up to the day (included), the middle half; the next one = the last day and the median of the gaps.
with moved as (
  select order_id, shop_id, ordered_at, ordered_on, counts, paid_minor, refund_minor
  from shop_order
  where customer_id = :customer and (counts = 1 or status = 'refunded')
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
),
bought as (
  select * from moved where counts = 1
),
favourite as (
  select title, count(distinct order_id) as fits, max(ordered_on) as last_on
  from bought join order_line using (order_id)
  where title <> ''
  group by title
  having fits >= 2
  order by fits desc, last_on desc, title
  limit 3
),
priced as (
  select paid_minor, row_number() over (order by paid_minor) as place, count(*) over () as of_all
  from bought where paid_minor is not null
),
band as (
  select min(paid_minor) filter (where place * 10 >= of_all) as low,
         min(paid_minor) filter (where place * 10 >= of_all * 9) as high
  from priced
),
timed as (
  select cast(substr(ordered_at, 12, 2) as integer) as hour, count(*) as orders
  from bought
  where length(ordered_at) >= 16 and substr(ordered_at, 12, 5) <> '00:00'
  group by hour
),
best_hours as (
  select cast(start.value as integer) as low,
         (select coalesce(sum(orders), 0) from timed where (timed.hour - start.value + 24) % 24 < 3) as fits
  from json_each('[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23]') as start
  order by fits desc, (select orders from timed where timed.hour = start.value) desc, low
  limit 1
),
weekdays as (
  select (strftime('%w', ordered_on) + 6) % 7 + 1 as low, count(*) as fits
  from bought where ordered_on is not null
  group by low
),
priced_lines as (
  select order_id, sum(unit_price_minor * order_line.quantity) > sum(amount_minor) as is_reduced
  from bought join order_line using (order_id)
  group by order_id
  having count(*) = count(unit_price_minor * order_line.quantity + amount_minor)
),
visit as (
  select distinct ordered_on from bought where ordered_on <= :on
),
gap as (
  select unixepoch(ordered_on) / 86400 - unixepoch(lag(ordered_on) over (order by ordered_on)) / 86400 as days
  from visit
),
ranked as (
  select days, row_number() over (order by days) as place, count(*) over () as of_all
  from gap where days is not null
),
rhythm as (
  select min(days) filter (where place * 4 >= of_all) as low,
         min(days) filter (where place * 4 >= of_all * 3) as high,
         max(of_all) as of_all,
         avg(days) filter (where place in ((of_all + 1) / 2, (of_all + 2) / 2)) as middle
  from ranked
)
select 'favourite' as kind, title as label, null as low, null as high, fits as count, (select count(*) from bought) as "of"
from favourite
where (select count(*) from bought) >= 3
union all
select 'price', null, low, high, (select count(*) from priced where paid_minor between low and high), (select count(*) from priced)
from band
where (select count(*) from priced) >= 3
union all
select 'hour', null, low, (low + 3) % 24, fits, (select sum(orders) from timed)
from best_hours
where (select sum(orders) from timed) >= 3 and fits * 10 >= (select sum(orders) from timed) * 4
union all
select * from (
  select 'weekday', null, low, null, fits, (select sum(fits) from weekdays) as of_all
  from weekdays
  where of_all >= 3 and fits * 10 >= of_all * 4
  order by fits desc, low
  limit 1
)
union all
select * from (
  select 'channel', shop.name, shop_id, null, count(*) as fits, (select count(*) from bought) as of_all
  from bought join shop using (shop_id)
  where of_all >= 3 and (select count(*) from shop) > 1
  group by shop_id
  order by fits desc, shop_id
  limit 1
)
union all
select 'discount', null, null, null, sum(is_reduced), count(*)
from priced_lines
having count(*) >= 3 and sum(is_reduced) > 0
union all
select 'returns', null, null, null, sum(refund_minor > 0), count(*)
from moved
having count(*) >= 3 and sum(refund_minor > 0) > 0
union all
select 'rhythm', (select date(max(ordered_on), '+' || cast(round(middle) as integer) || ' days') from visit), low, high,
       (select count(*) from ranked where days between low and high), of_all
from rhythm
where of_all >= 3
