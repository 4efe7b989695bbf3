-- What the owner wrote about a customer, by their identities; and what he decided about who they are.
select journal.edit_id as edit, edited_at as at, reason, table_name as tableName, field, after, undone_at as undoneAt
from (
  select identity.kind, identity.value, json_object('kind', identity.kind, 'value', identity.value) as row_key
  from identity where identity.customer_id = :customer
) as own
cross join journal on journal.table_name in ('customer_edit', 'person_fact') and journal.row_key = own.row_key
union
select journal.edit_id, edited_at, reason, table_name, field, null, undone_at
from identity
cross join identity_decision on identity_decision.kind = identity.kind and identity_decision.value = identity.value
cross join journal on journal.edit_id = identity_decision.edit_id
where identity.customer_id = :customer
union
select journal.edit_id, edited_at, reason, table_name, field, null, undone_at
from shop_order
cross join split_mark on split_mark.order_id = shop_order.order_id
cross join journal on journal.table_name = 'split_mark' and journal.after = split_mark.mark
where shop_order.customer_id = :customer
