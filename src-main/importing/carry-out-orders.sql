-- Moves the planned orders of one span of order numbers into the ledger: new ones are added, changed ones rewritten.
insert into shop_order (
  order_id, shop_id, customer_id, status, counts, status_word, close_reason, ordered_at, paid_at, shipped_at, completed_at,
  total_minor, paid_minor, refund_minor, net_minor, buyer_id, buyer_email, receiver_name, receiver_phone,
  province, city, district, address, items_text, quantity, buyer_note, seller_note, carrier, tracking_number
)
select
  plan_order.order_id, plan_order.shop_id, plan_owner.customer_id, status, counts, status_word, close_reason,
  ordered_at, paid_at, shipped_at, completed_at,
  total_minor, paid_minor, refund_minor, net_minor, buyer_id, buyer_email, receiver_name, receiver_phone,
  province, city, district, address, items_text, quantity, buyer_note, seller_note, carrier, tracking_number
from plan_order
cross join plan_key on plan_key.order_id = plan_order.order_id
left join plan_owner on plan_owner.order_id = plan_order.order_id
where plan_order.order_id between @from and @to and plan_key.action = 'new';

-- Few orders change their days: what is sorted by them stays as it is then. One that is paid at last keeps its place among its customer's.
update shop_order set ordered_at = planned.ordered_at
from plan_order as planned
where shop_order.order_id = +planned.order_id
  and planned.order_id between @from and @to
  and shop_order.ordered_at is not planned.ordered_at;

update shop_order set paid_at = planned.paid_at
from plan_order as planned
where shop_order.order_id = +planned.order_id
  and planned.order_id between @from and @to
  and shop_order.paid_at is not planned.paid_at;

-- Nor do many change what they come to, which stands in the index of purchases.
update shop_order set
  counts = planned.counts, paid_minor = planned.paid_minor, refund_minor = planned.refund_minor, net_minor = planned.net_minor
from plan_order as planned
where shop_order.order_id = +planned.order_id
  and planned.order_id between @from and @to
  and (shop_order.counts, shop_order.paid_minor, shop_order.refund_minor, shop_order.net_minor)
    is not (planned.counts, planned.paid_minor, planned.refund_minor, planned.net_minor);

update shop_order set
  status = planned.status, status_word = planned.status_word, close_reason = planned.close_reason,
  shipped_at = planned.shipped_at, completed_at = planned.completed_at, total_minor = planned.total_minor,
  buyer_id = planned.buyer_id, buyer_email = planned.buyer_email, receiver_name = planned.receiver_name,
  receiver_phone = planned.receiver_phone, province = planned.province, city = planned.city, district = planned.district,
  address = planned.address, items_text = planned.items_text, quantity = planned.quantity, buyer_note = planned.buyer_note,
  seller_note = planned.seller_note, carrier = planned.carrier, tracking_number = planned.tracking_number
from plan_order as planned
cross join plan_key on plan_key.order_id = planned.order_id
where shop_order.order_id = +planned.order_id
  and planned.order_id between @from and @to
  and plan_key.action = 'changed'
