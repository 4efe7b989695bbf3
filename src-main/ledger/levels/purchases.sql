-- Whose each counted order is, the day it was placed on and what it brought, one text a column, in no order.
select group_concat(customer_id), group_concat(unixepoch(ordered_on) / 86400), group_concat(coalesce(net_minor, 0))
from shop_order
where counts = 1
  and customer_id is not null
  and ordered_on <= :on
  and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
