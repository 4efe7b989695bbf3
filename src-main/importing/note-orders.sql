-- Notes of the orders of a batch that are not what most of its orders are. After they were written: whose they are stands in the ledger.
insert into batch_order (batch_id, order_id, action, buyer, past)
select @batch, order_id, action, buyer, 0
from (
  select
    written_order.order_id,
    written_order.action,
    case
      when shop_order.customer_id is null then 'nobody'
      when new_customer.customer_id is null then 'known'
      -- A new customer is counted once, with the first batch that brings them.
      when shop_order.customer_id in (select customer_id from earlier_customer) then 'known'
      when new_customer.certainty = 'likely' then 'likely'
      else 'new'
    end as buyer
  from written_order
  left join shop_order on shop_order.order_id = written_order.order_id
  left join new_customer on new_customer.customer_id = shop_order.customer_id
)
where action <> @action or buyer <> @buyer
order by order_id
