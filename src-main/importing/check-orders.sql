-- 这次试算里要入账的每一单：新订单和有更新的取试算后的样子，没变的取账上现在的样子；买家是谁、算新客还是老客，按入账后的归属。
-- Every order this check would post: new and changed ones as they would stand, the same ones as the ledger has them; whose they are, and whether that is a new customer, as it would be after posting.
with owned_order as (
  select plan_owner.customer_id, plan_key.batch_no
  from plan_owner
  join plan_key on plan_key.order_id = plan_owner.order_id
  --[singles
  union all
  select owner_of(fold_no), staged_segment.batch_no
  from folds.staged_fold
  cross join staged_segment on staged_segment.segment_no = staged_fold.segment_no
  where fold_no not in (select fold_no from staged_put_back)
  --]
)
--[several
, first_batch as materialized (
  -- A new customer is counted once, with the first batch that brings them.
  select customer_id, min(batch_no) as batch_no from owned_order group by customer_id
)
--]
select
  plan_key.order_id,
  plan_key.order_number,
  staged_batch.currency,
  plan_key.action,
  iif(planned.order_id is null, stored.status, planned.status) as status,
  iif(planned.order_id is null, stored.counts, planned.counts) as counts,
  iif(planned.order_id is null, stored.ordered_on, substr(coalesce(planned.ordered_at, planned.paid_at), 1, 10)) as ordered_on,
  iif(planned.order_id is null, stored.paid_minor, planned.paid_minor) as paid_minor,
  iif(planned.order_id is null, stored.refund_minor, planned.refund_minor) as refund_minor,
  iif(planned.order_id is null, stored.net_minor, planned.net_minor) as net_minor,
  iif(
    planned.order_id is null,
    (select count(*) from ledger.order_line where order_line.order_id = plan_key.order_id),
    (select count(*) from plan_line where plan_line.order_id = plan_key.order_id)
  ) as lines,
  iif(
    planned.order_id is null,
    coalesce(
      (select group_concat(title, '、' order by line_no) from ledger.order_line where order_line.order_id = plan_key.order_id),
      stored.items_text
    ),
    coalesce(
      (select group_concat(title, '、' order by line_no) from plan_line where plan_line.order_id = plan_key.order_id),
      planned.items_text
    )
  ) as items,
  iif(
    planned.order_id is null,
    coalesce(stored.buyer_id, stored.buyer_email, stored.receiver_name),
    coalesce(planned.buyer_id, planned.buyer_email, planned.receiver_name)
  ) as buyer,
  plan_key.batch_no || '/' || iif(plan_owner.order_id is null, stored.customer_id, plan_owner.customer_id) as person,
  case
    when iif(plan_owner.order_id is null, stored.customer_id, plan_owner.customer_id) is null then 'nobody'
    when plan_customer.customer_id is null then 'known'
    --[several
    when first_batch.batch_no < plan_key.batch_no then 'known'
    --]
    when plan_customer.certainty = 'likely' then 'likely'
    else 'new'
  end as buyer_is
from plan_key
cross join staged_batch on staged_batch.batch_no = plan_key.batch_no
left join plan_order as planned on planned.order_id = plan_key.order_id
left join ledger.shop_order as stored on stored.order_id = plan_key.order_id
left join plan_owner on plan_owner.order_id = plan_key.order_id
left join plan_customer
  on plan_customer.customer_id = iif(plan_owner.order_id is null, stored.customer_id, plan_owner.customer_id)
  and plan_customer.action = 'new'
--[several
left join first_batch on first_batch.customer_id = plan_owner.customer_id
--]
where (:batch is null or plan_key.batch_no = :batch)
--[singles
union all
-- New orders that one row alone speaks of, each with its one line.
select
  staged_singles.order_base + fold_no,
  staged_fold.order_number,
  staged_batch.currency,
  'new',
  status,
  counts,
  substr(coalesce(ordered_at, paid_at), 1, 10),
  paid_minor,
  refund_minor,
  net_minor,
  1,
  items_text,
  coalesce(buyer_id, buyer_email, receiver_name),
  staged_segment.batch_no || '/' || cast(owner_of(fold_no) as integer),
  case
    when owner_of(fold_no) is null then 'nobody'
    when fresh_customer.customer_id is null and plan_customer.customer_id is null then 'known'
    --]
    --[severalSingles
    when first_batch.batch_no < staged_segment.batch_no then 'known'
    --]
    --[singles
    when coalesce(fresh_customer.certainty, plan_customer.certainty) = 'likely' then 'likely'
    else 'new'
  end
from staged_singles
cross join folds.staged_fold
cross join staged_segment on staged_segment.segment_no = staged_fold.segment_no
cross join staged_batch on staged_batch.batch_no = staged_segment.batch_no
left join people.fresh_customer on fresh_customer.customer_id = owner_of(fold_no)
left join plan_customer on plan_customer.customer_id = owner_of(fold_no) and plan_customer.action = 'new'
--]
--[severalSingles
left join first_batch on first_batch.customer_id = owner_of(fold_no)
--]
--[singles
where fold_no not in (select fold_no from staged_put_back)
  and (:batch is null or staged_segment.batch_no = :batch)
--]
