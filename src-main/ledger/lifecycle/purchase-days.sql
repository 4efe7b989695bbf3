-- 每一笔有效单是谁的、哪天下的,一列一串,次序随意:全店的间隔由它们排出来。
-- Whose each counted order is and the day it was placed on, one text a column, in no order: the gaps of the shop are put in order out of them.
select group_concat(customer_id), group_concat(unixepoch(ordered_on) / 86400)
from shop_order
where counts = 1
  and customer_id is not null
  and ordered_on <= :on
  and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
