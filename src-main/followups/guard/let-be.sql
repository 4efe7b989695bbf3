-- 一条关怀规则留作对照的客户：这条规则不联系他们，好看出规则有没有用。规则不留对照了，就都不拦。
-- Customers whom a rule of care lets be, to see what it brings. A rule that lets nobody be any more holds nobody back.
select customer_id, name as what
from (
  select identity.customer_id, care_rule.content ->> '$.name' as name, arm,
    row_number() over (partition by identity.customer_id order by draw_id) as place
  from care_rule
  join care_draw using (rule_id)
  cross join identity on identity.kind = care_draw.kind and identity.value = care_draw.value
  where care_rule.rule_id = :rule and care_rule.content ->> '$.share' > 0 and identity.customer_id is not null
)
where place = 1 and arm = 'held'
