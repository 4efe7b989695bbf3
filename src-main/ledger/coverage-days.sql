-- 一家店每天几单，不论后来怎样。
-- Orders of a shop by the day they were placed on, whatever became of them.
select ordered_on as day, count(*) as orders
from shop_order
where ordered_on between :from and :to
--[shops
  and shop_id = :shop
--]
group by ordered_on
order by ordered_on
