-- Of the customers about to be refreshed, those whose newest order does not say, alone and word for word, what is stored of them. Of all others
-- nothing changes: who is told everything by the newest order is told nothing by older ones. @edited: the owner wrote or chose
-- something for somebody.
select
  customer.customer_id as customerId,
  anchor_kind as kind,
  anchor_value as value,
  display_name as displayName,
  customer.name,
  customer.buyer_id as buyerId,
  phone,
  customer.province,
  customer.city,
  customer.district,
  note
from refreshed_customer
cross join customer on customer.customer_id = refreshed_customer.customer_id
left join shop_order as newest on newest.order_id = (
  select other.order_id from shop_order as other
  where other.customer_id = refreshed_customer.customer_id
  order by other.ordered_on desc, other.ordered_at desc limit 1
)
where (
  newest.ordered_at is not null
  and newest.buyer_id = customer.buyer_id and newest.buyer_id <> '' and instr(newest.buyer_id, '*') = 0
  and newest.receiver_name = customer.name and newest.receiver_name <> '' and instr(newest.receiver_name, '*') = 0
  and newest.receiver_phone = customer.phone
  and newest.receiver_phone glob '1[3-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'
  and newest.province = customer.province and newest.province <> ''
  and newest.city is customer.city
  and newest.district is customer.district
  and display_name is null
  and note is null
  -- Of the same second, but of other words.
  and not exists (
    select 1 from shop_order as other
    where other.customer_id = newest.customer_id
      and other.ordered_on = newest.ordered_on
      and other.ordered_at = newest.ordered_at
      and other.order_id <> newest.order_id
      and (
        other.buyer_id is not newest.buyer_id
        or other.receiver_name is not newest.receiver_name
        or other.receiver_phone is not newest.receiver_phone
        or other.province is not newest.province
        or other.city is not newest.city
        or other.district is not newest.district
      )
  )
  and not exists (
    select 1 from shop_order as other where other.customer_id = newest.customer_id and other.ordered_at is null
  )
  and not (
    @edited
    and exists (
      select 1 from identity
      where identity.customer_id = customer.customer_id
        and (
          exists (
            select 1 from customer_edit where customer_edit.kind = identity.kind and customer_edit.value = identity.value
          )
          or exists (
            select 1 from identity_decision as named
            cross join decision_choice on decision_choice.edit_id = named.edit_id and decision_choice.nth = named.nth
            where named.kind = identity.kind and named.value = identity.value
          )
        )
    )
  )
) is not true
order by customer.customer_id
