-- Which orders are excluded, and by which rule.
select shop.marketplace, shop.name, shop.currency, order_number, exclusion_rule.content
from excluded_order
join exclusion_rule using (rule_id)
join order_key using (order_id)
join shop using (shop_id)
order by shop.marketplace, shop.name, shop.currency, order_number, exclusion_rule.content
