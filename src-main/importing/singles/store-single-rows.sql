-- Where each single order was seen: @base and a fold's number are the order's.
insert into source_row (file_id, row_no, order_id, row_hash)
select file_id, row_no, @base + fold_no, row_hash
from folds.staged_fold
cross join stage.staged_segment on staged_segment.segment_no = staged_fold.segment_no
where /* not put back */ true
order by fold_no
