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
left join plan_owner on plan_owner.order_id = plan_order.order_id
where plan_order.order_id between @from and @to
on conflict (order_id) do update set
  status = excluded.status, counts = excluded.counts, status_word = excluded.status_word,
  close_reason = excluded.close_reason, ordered_at = excluded.ordered_at, paid_at = excluded.paid_at,
  shipped_at = excluded.shipped_at, completed_at = excluded.completed_at, total_minor = excluded.total_minor,
  paid_minor = excluded.paid_minor, refund_minor = excluded.refund_minor, net_minor = excluded.net_minor,
  buyer_id = excluded.buyer_id, buyer_email = excluded.buyer_email, receiver_name = excluded.receiver_name,
  receiver_phone = excluded.receiver_phone, province = excluded.province, city = excluded.city,
  district = excluded.district, address = excluded.address, items_text = excluded.items_text,
  quantity = excluded.quantity, buyer_note = excluded.buyer_note, seller_note = excluded.seller_note,
  carrier = excluded.carrier, tracking_number = excluded.tracking_number
