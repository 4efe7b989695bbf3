-- 客户最近一张地址没有打星号的单:收件人、电话和地址。都打了星号时是最近的一张;没有地址的单不算。
-- The customer's newest order whose address is not masked, with whom it was sent to; where all are masked the newest of them. Orders without an address are passed over.
select receiver_name as name, receiver_phone as phone, province, city, district, address, ordered_on as day
from shop_order
where customer_id = ? and address <> ''
order by instr(address, '*') > 0, ordered_at desc, order_id desc
limit 1
