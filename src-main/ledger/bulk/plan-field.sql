-- Whom a value in a field of the owner's changes, with what stood before and stands after. No value (null): a word of another identity of the person is
-- hidden by an empty one.
with word as (
  select identity.customer_id, customer_mark.kind, customer_mark.value, content, edit_id
  from customer_mark
  cross join identity on identity.kind = customer_mark.kind and identity.value = customer_mark.value
  where customer_mark.field = :field and identity.customer_id is not null
),
newest as materialized (
  select customer_id, content, max(edit_id), count(*) as words, kind, value from word group by customer_id
)
select
  customer.customer_id,
  anchor_kind  as kind,
  anchor_value as value,
  nullif(newest.content, '') as before,
  case
    when :after is not null then :after
    when words > 1 or newest.kind <> anchor_kind or newest.value <> anchor_value then ''
  end as after
from json_each(:ids) as chosen
cross join customer on customer.customer_id = chosen.value
left join newest on newest.customer_id = customer.customer_id
where coalesce(newest.content, '') <> coalesce(:after, '')
order by chosen.key
