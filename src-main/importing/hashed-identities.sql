-- Every identity with its customer's anchor and the orders that carry it.
select
  identity.kind, identity.value, customer.anchor_kind, customer.anchor_value,
  shop.marketplace, shop.name, shop.currency, order_key.order_number
from identity
left join customer on customer.customer_id = identity.customer_id
left join order_identity on order_identity.identity_id = identity.identity_id
left join order_key on order_key.order_id = order_identity.order_id
left join shop on shop.shop_id = order_key.shop_id
order by identity.kind, identity.value, shop.marketplace, shop.name, shop.currency, order_key.order_number
