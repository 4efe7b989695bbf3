-- What a customer was marked with (tags, fields of the owner's, levels by hand), one by one or with many; and notes that were written with many.
select journal.edit_id as edit, edited_at as at, reason, field, before, after, undone_at as undoneAt
from (
  select json_object('kind', identity.kind, 'value', identity.value) as row_key
  from identity where identity.customer_id = :customer
) as own
cross join journal on journal.table_name = 'customer_mark' and journal.row_key = own.row_key
union all
select journal.edit_id, edited_at, reason, bulk_row.field, bulk_row.before, bulk_row.after, undone_at
from identity
cross join bulk_row on bulk_row.kind = identity.kind and bulk_row.value = identity.value
cross join journal on journal.edit_id = bulk_row.edit_id
where identity.customer_id = :customer
