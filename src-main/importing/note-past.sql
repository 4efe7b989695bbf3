-- How the orders that are about to change stood after each import that had them, where that is not noted yet.
insert into batch_order (
  batch_id, order_id, action, buyer, past, status, counts, ordered_on, lines, paid_minor, refund_minor, net_minor, customer_id
)
select
  import_batch.batch_id,
  stored.order_id,
  coalesce(noted.action, import_batch.usual_action),
  coalesce(noted.buyer, import_batch.usual_buyer),
  1,
  stored.status,
  stored.counts,
  stored.ordered_on,
  -- Lines that stay are counted in the plan, where they lie together; in the ledger each is on a page of its own.
  case
    when stored.order_id in (select order_id from plan_lines_kept)
      then (select count(*) from plan_line where plan_line.order_id = stored.order_id)
    else (select count(*) from order_line where order_line.order_id = stored.order_id)
  end,
  stored.paid_minor,
  stored.refund_minor,
  stored.net_minor,
  stored.customer_id
from (
  select order_id from plan_key where action in ('changed', 'gone')
  union
  select plan_owner.order_id from plan_owner join plan_key on plan_key.order_id = plan_owner.order_id where plan_key.action = 'same'
  union
  select order_id from plan_owner where order_id not in (select order_id from plan_key)
) as moving
cross join shop_order as stored on stored.order_id = moving.order_id
cross join source_row on source_row.order_id = stored.order_id
cross join import_file on import_file.file_id = source_row.file_id
cross join import_batch on import_batch.batch_id = import_file.batch_id
left join batch_order as noted on noted.batch_id = import_batch.batch_id and noted.order_id = stored.order_id
where import_batch.usual_action is not null
  and coalesce(noted.past, 0) = 0
group by import_batch.batch_id, stored.order_id
on conflict (batch_id, order_id) do update set
  past = 1,
  status = excluded.status,
  counts = excluded.counts,
  ordered_on = excluded.ordered_on,
  lines = excluded.lines,
  paid_minor = excluded.paid_minor,
  refund_minor = excluded.refund_minor,
  net_minor = excluded.net_minor,
  customer_id = excluded.customer_id
