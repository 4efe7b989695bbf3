-- 一位客户的包裹都寄给谁：寄得最多的在前，一样多时新的在前。
-- To whom a customer's parcels go: the most frequent name first, among equals the newest.
select receiver_name
from shop_order
where customer_id = ? and receiver_name <> ''
group by receiver_name
order by count(*) desc, max(ordered_at) desc
