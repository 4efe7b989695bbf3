-- 客户的单里的地址，收件人和电话：没有打星号的在前，新的在前；没有地址的单不算。
-- The addresses of a customer's orders, with whom they were sent to: those that are not masked first, the newest first. Orders without an address are passed over.
select receiver_name as name, receiver_phone as phone, province, city, district, address, ordered_on as day
from shop_order
where customer_id = ? and address <> ''
order by instr(address, '*') > 0, ordered_at desc, order_id desc
