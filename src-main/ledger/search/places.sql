-- 一段客户里各地各有几位。
-- How many of a stretch of customers live where.
select province, city, district, count(*) as count
from customer
where customer_id between ? and ?
group by province, city, district
