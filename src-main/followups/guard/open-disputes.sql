-- 有没办完的事的客户:没结的工单;文件里写着正在退款、退货、售后的订单(只看半年内的)。有争议时不推销。
-- Customers with something open: a service ticket that is not closed; an order whose status says that a refund, a return or an after-sale case is under way (of the last half year). Nobody is sold to in a dispute.
select identity.customer_id, content ->> '$.opened' as day, coalesce(nullif(content ->> '$.text', ''), content ->> '$.about') as what
from service_ticket
join identity on identity.kind = service_ticket.kind and identity.value = service_ticket.value
where state = 'open' and identity.customer_id is not null
union all
select customer_id, ordered_on, status_word || ' ' || order_number
from shop_order join order_key using (order_id)
where customer_id is not null
  and ordered_on between date(:on, '-180 days') and :on
  and (
    status_word like '%退款中%' or status_word like '%退货中%' or status_word like '%换货中%' or status_word like '%售后中%'
    or status_word like '%退款处理中%' or status_word like '%售后处理中%' or status_word like '%等待卖家同意%' or status_word like '%申请退款%'
    or status_word like '%待退款%' or status_word like '%纠纷%' or status_word like '%维权%' or lower(status_word) like '%return requested%'
    or lower(status_word) like '%refund requested%' or lower(status_word) like '%dispute%'
  )
