-- 最近这些天已经联系够次数的客户：到最早那次满天数才能再联系。没回的也算一次。
-- Customers who were contacted as often as they may be within the days: until the earliest of those is so many days past. A call that nobody answered counts.
select customer_id, min(day) as day, count(*) || '' as what
from (
  select identity.customer_id, contacted.day,
    row_number() over (partition by identity.customer_id order by contacted.day desc) as place
  from contacted
  cross join identity on identity.kind = contacted.kind and identity.value = contacted.value
  where contacted.day > date(:on, '-' || :days || ' days') and contacted.day <= :on and identity.customer_id is not null
)
where place <= :most
group by customer_id
having count(*) >= :most
