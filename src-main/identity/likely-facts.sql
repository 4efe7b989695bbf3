-- What every order with a customer says about whom it went to, customer by customer.
select
  shop_order.customer_id as customer,
  shop.marketplace,
  shop_order.buyer_id as nick,
  shop_order.buyer_email as email,
  shop_order.receiver_name as name,
  shop_order.receiver_phone as phone,
  shop_order.province,
  shop_order.city,
  shop_order.district,
  shop_order.address,
  shop_order.ordered_on as lastDay
from shop_order
cross join shop on shop.shop_id = shop_order.shop_id
where shop_order.customer_id > 0
order by shop_order.customer_id
