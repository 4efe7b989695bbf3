-- 每位客户每个买过东西的日子和那天的净额：同一天的几单算一次购买。预测只看这些：来过几次、最近一次、认识多久、每次多少钱。
-- Every day on which each customer bought, and the net of that day: orders of one day are one purchase. Predictions look at nothing else: how often, when last, known for how long, how much each time.
select customer_id, unixepoch(ordered_on) / 86400 as day, sum(coalesce(net_minor, 0)) as net_minor
from shop_order
where counts = 1
  and customer_id is not null
  and (:customer is null or customer_id = :customer)
  and ordered_on <= :on
  and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
group by customer_id, ordered_on
order by customer_id, ordered_on
