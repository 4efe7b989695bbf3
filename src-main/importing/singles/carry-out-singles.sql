-- Moves the single orders of a check into the ledger: new orders that one row speaks of, each with its one line. @base and a fold's number
-- are the order's. owner_of answers the customer of a fold, null when nobody can say.
insert into order_key (order_id, shop_id, order_number)
select @base + fold_no, shop_id, order_number
from folds.staged_fold
cross join stage.staged_segment on staged_segment.segment_no = staged_fold.segment_no
where /* not put back */ true
order by fold_no;

insert into shop_order (
  order_id, shop_id, customer_id, status, counts, status_word, close_reason, ordered_at, paid_at, shipped_at, completed_at,
  total_minor, paid_minor, refund_minor, net_minor, buyer_id, buyer_email, receiver_name, receiver_phone,
  province, city, district, address, items_text, quantity, buyer_note, seller_note, carrier, tracking_number
)
select
  @base + fold_no, shop_id, owner_of(fold_no), status, counts, status_word, close_reason, ordered_at, paid_at, shipped_at,
  completed_at, total_minor, paid_minor, refund_minor, net_minor, buyer_id, buyer_email, receiver_name, receiver_phone,
  province, city, district, address, items_text, quantity, buyer_note, seller_note, carrier, tracking_number
from folds.staged_fold
cross join stage.staged_segment on staged_segment.segment_no = staged_fold.segment_no
where /* not put back */ true
order by fold_no;

insert into order_line (order_id, line_no, title, quantity, amount_minor)
select @base + fold_no, 1, items_text, quantity, total_minor
from folds.staged_fold
where /* not put back */ true
order by fold_no
