-- 一条关怀规则抽过签的客户，和他们抽到的组。同一人以最早的一次为准。
-- Customers whom a rule of care has drawn, and their arm. Of one person the first draw holds.
select customer_id as customer, draw_id as draw, arm
from (
  select identity.customer_id, draw_id, arm, row_number() over (partition by identity.customer_id order by draw_id) as place
  from care_draw
  cross join identity on identity.kind = care_draw.kind and identity.value = care_draw.value
  where rule_id = :rule and identity.customer_id is not null
)
where place = 1
