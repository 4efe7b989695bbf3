-- The notes of everybody a change of many touched: the newest of what is written on any of their identities. An empty one says: none.
update customer
set note = (
  select nullif(content, '')
  from identity
  cross join customer_edit on customer_edit.kind = identity.kind and customer_edit.value = identity.value and field = 'note'
  where identity.customer_id = customer.customer_id
  order by customer_edit.edit_id desc
  limit 1
)
where customer_id in (
  select identity.customer_id
  from bulk_row
  join identity on identity.kind = bulk_row.kind and identity.value = bulk_row.value
  where bulk_row.edit_id = :edit
)
