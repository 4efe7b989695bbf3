-- Days without a file of which the owner said why.
select shop.marketplace, shop.name, shop.currency, from_day, to_day, reason
from quiet_span
join shop using (shop_id)
order by shop.marketplace, shop.name, shop.currency, from_day, to_day
