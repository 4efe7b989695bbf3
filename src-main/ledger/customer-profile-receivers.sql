-- One row per way a parcel was addressed, the newest first.
select receiver_name as name, receiver_phone as phone, address, max(ordered_on) as lastDay, count(*) as orders
from shop_order
where customer_id = ? and coalesce(receiver_name, receiver_phone, address) is not null
group by receiver_name, receiver_phone, address
order by lastDay desc, orders desc limit 50
