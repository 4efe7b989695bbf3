-- 一次策略执行里抽到对照组的客户：不联系他们，好拿来比。
-- Customers who were drawn not to be contacted in a run of a strategy, to compare with.
select identity.customer_id, content ->> '$.on' as day, content ->> '$.name' as what
from strategy_run
join strategy_member using (run_id)
join identity on identity.kind = strategy_member.kind and identity.value = strategy_member.value
where run_id = :run and arm = 'held' and identity.customer_id is not null
