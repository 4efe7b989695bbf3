-- 没算数的单是谁的、哪天下的（没写哪天的算在最前），一列一串，次序随意。
-- Whose each order is that does not count, and the day it was placed on (of which no file says a day: before all others), one text a column, in no order.
select group_concat(customer_id), group_concat(coalesce(unixepoch(ordered_on) / 86400, 0))
from shop_order
where counts = 0
  and +customer_id is not null
  and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
