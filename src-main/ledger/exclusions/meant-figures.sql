-- What a rule means: orders, those that count, and the net money of these, by currency.
select
  shop.currency,
  count(*) as orders,
  sum(counts) as counted,
  coalesce(sum(net_minor) filter (where counts = 1), 0) as netMinor
from shop_order
join shop using (shop_id)
where /* meant */ true
group by shop.currency
order by orders desc, shop.currency
