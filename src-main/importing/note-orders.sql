-- Notes of the orders of a batch that are not what most of its orders are. After they were written: whose they are stands in the ledger.
insert into batch_order (batch_id, order_id, action, buyer, past)
select @batch, order_id, action, buyer, 0
from (
  select
    plan_key.order_id,
    plan_key.action,
    case
      when shop_order.customer_id is null then 'nobody'
      when plan_customer.customer_id is null then 'known'
      -- A new customer is counted once, with the first batch that brings them.
      when exists (
        select 1
        from shop_order as others
        join plan_key as elsewhere on elsewhere.order_id = others.order_id
        where plan_key.batch_no > 1
          and others.customer_id = shop_order.customer_id
          and elsewhere.batch_no < plan_key.batch_no
      ) then 'known'
      when plan_customer.certainty = 'likely' then 'likely'
      else 'new'
    end as buyer
  from plan_key
  left join shop_order on shop_order.order_id = plan_key.order_id
  left join plan_customer on plan_customer.customer_id = shop_order.customer_id and plan_customer.action = 'new'
  where plan_key.batch_no = @batchNo
)
where action <> @action or buyer <> @buyer
order by order_id
