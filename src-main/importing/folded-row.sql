-- What the one row that a check has of a known order makes of it, behind its file: in the column order of order-values.ts.
-- Cast: a join is planned anew for every number it is asked for, unless the number is a word of its own.
select
  staged_segment.file_no,
  status, counts, status_word, close_reason, ordered_at, paid_at, shipped_at, completed_at,
  total_minor, paid_minor, refund_minor, net_minor, buyer_id, buyer_email, receiver_name, receiver_phone,
  province, city, district, address, items_text, quantity, buyer_note, seller_note, carrier, tracking_number
from staged_known
cross join folds.staged_fold on staged_fold.fold_no = staged_known.fold_no
cross join staged_segment on staged_segment.segment_no = staged_fold.segment_no
where staged_known.order_id = cast(? as integer)
