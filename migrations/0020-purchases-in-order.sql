-- When each customer bought, and for how much, day by day: what figures ask of everybody's orders stands here, so that the orders themselves need not
-- be gone through.

drop index shop_order_by_customer;

create index shop_order_by_customer
  on shop_order (customer_id, ordered_on, ordered_at, counts, shop_id, net_minor, paid_minor, refund_minor);
