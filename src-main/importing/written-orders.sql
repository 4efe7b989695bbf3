-- The orders that a batch has just written or found as they were, and the customers that came with the whole check: for `note-orders.sql`.
create temp table written_order as
select order_id, action from plan_key where batch_no = @batchNo
--[singles
union all
select @base + fold_no, 'new'
from folds.staged_fold
cross join stage.staged_segment on staged_segment.segment_no = staged_fold.segment_no
where staged_segment.batch_no = @batchNo and fold_no not in (select fold_no from stage.staged_put_back)
--]
;
create temp table new_customer as
select customer_id, certainty from plan_customer where action = 'new'
--[singles
union all
select customer_id, certainty from people.fresh_customer
--]
