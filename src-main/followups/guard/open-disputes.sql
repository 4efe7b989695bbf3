-- 一位客户半年内的订单里，状态写着正在退款、退货、换货、售后的那些，新的在前。有争议时不推销。
-- Of a customer's orders within the last half year those whose status says that a refund, a return, an exchange or an after-sale case is under way, the newest first. Nobody is sold to in a dispute.
select customer_id, ordered_on as day, status_word || ' ' || order_number as what, order_id, order_number, status_word, items_text, paid_minor
from shop_order join order_key using (order_id)
where customer_id = :customer
  and ordered_on between date(:on, '-180 days') and :on
  and (
    status_word like '%退款中%' or status_word like '%退货中%' or status_word like '%换货中%' or status_word like '%售后中%'
    or status_word like '%退款处理中%' or status_word like '%售后处理中%' or status_word like '%等待卖家同意%' or status_word like '%申请退款%'
    or status_word like '%待退款%' or status_word like '%纠纷%' or status_word like '%维权%' or lower(status_word) like '%return requested%'
    or lower(status_word) like '%refund requested%' or lower(status_word) like '%dispute%'
  )
order by ordered_on desc, ordered_at desc
limit :most
