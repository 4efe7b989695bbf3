-- Every row of the check that speaks of an order, of the stage and of the folds beside it.
create temp view staged_sighting as
select file_no, row_no, order_number from staged_row
union all
select staged_segment.file_no, staged_fold.row_no, staged_fold.order_number
from folds.staged_fold
cross join staged_segment on staged_segment.segment_no = staged_fold.segment_no
where staged_fold.fold_no not in (select fold_no from staged_put_back)
