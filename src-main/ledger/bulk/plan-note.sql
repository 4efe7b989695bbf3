-- Whose note a change makes another, with what stood before and stands after. Nothing to write (null): the note is taken away, which an empty one says.
select
  customer.customer_id,
  anchor_kind  as kind,
  anchor_value as value,
  note         as before,
  case
    when :text is null then ''
    when :appends and note is not null then note || char(10) || :text
    else :text
  end as after
from json_each(:ids) as chosen
cross join customer on customer.customer_id = chosen.value
where :appends or note is not :text
order by chosen.key
