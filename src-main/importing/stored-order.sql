-- What the ledger says of one order, in the column order of order-values.ts.
select
  status, counts, status_word, close_reason, ordered_at, paid_at, shipped_at, completed_at,
  total_minor, paid_minor, refund_minor, net_minor, buyer_id, buyer_email, receiver_name, receiver_phone,
  province, city, district, address, items_text, quantity, buyer_note, seller_note, carrier, tracking_number
from shop_order
where order_id = ?
