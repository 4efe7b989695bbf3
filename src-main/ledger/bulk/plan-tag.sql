-- Whom giving or taking a tag changes, with what stood before and stands after. A word of another identity of the person is hidden by an empty one.
with word as (
  select identity.customer_id, customer_mark.field, customer_mark.kind, customer_mark.value, content, edit_id
  from json_each(:fields) as named
  cross join customer_mark on customer_mark.field = named.value
  cross join identity on identity.kind = customer_mark.kind and identity.value = customer_mark.value
  where identity.customer_id is not null
),
newest as materialized (
  select customer_id, content, max(edit_id), count(*) as words, field, kind, value from word group by customer_id
)
select
  customer.customer_id,
  anchor_kind  as kind,
  anchor_value as value,
  iif(:adds, null, '1') as before,
  case
    when :adds then '1'
    when words > 1 or newest.field <> :field or newest.kind <> anchor_kind or newest.value <> anchor_value then ''
  end as after
from json_each(:ids) as chosen
cross join customer on customer.customer_id = chosen.value
left join newest on newest.customer_id = customer.customer_id
where (coalesce(newest.content, '') <> '') <> :adds
order by chosen.key
