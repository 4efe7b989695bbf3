-- What a row makes of its order if no other row speaks of it, in the column order of order-values.ts. Filled with whole pages.
create table staged_fold (
  fold_no integer primary key, segment_no integer, row_no integer, order_number text, row_hash blob,
  status text, counts integer, status_word text, close_reason text, ordered_at text, paid_at text,
  shipped_at text, completed_at text, total_minor integer, paid_minor integer, refund_minor integer, net_minor integer,
  buyer_id text, buyer_email text, receiver_name text, receiver_phone text, province text, city text, district text,
  address text, items_text text, quantity integer, buyer_note text, seller_note text, carrier text, tracking_number text
);
