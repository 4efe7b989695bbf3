-- 一位客户截至某天（含当天）的每一单是哪天买的，从早到晚，按从 1970-01-01 起的天数。同一天的几单各算一行。
-- The day of each order of a customer as of a day (included), in order, counted from 1970-01-01. Several orders of one day are as many rows.
select unixepoch(ordered_on) / 86400
from shop_order
where customer_id = :customer
  and ordered_on <= :on
  and counts = 1
  and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
order by ordered_on
