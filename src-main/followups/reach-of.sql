-- 一位客户怎么联系得上：有完整电话就打电话；不然用昵称或订单号到平台后台找；再不然寄信。
-- How a customer can be reached: by a whole phone; else by their nick or an order number in the marketplace's own back office; else by letter.
select case
    when --[reach]
      = 'phone' then 'phone'
    when exists (select 1 from shop_order join shop using (shop_id) where shop_order.customer_id = customer.customer_id and shop.marketplace not in ('hand', 'other')) then 'marketplace'
    when exists (
      select 1 from shop_order
      where shop_order.customer_id = customer.customer_id and address <> '' and instr(address, '*') = 0
    ) then 'post'
    else 'none'
  end
from customer where customer_id = ?
