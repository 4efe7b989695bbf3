-- 已经在算着的执行里抽过签的客户，和他们抽到的组：本策略的，和共用对照组的其他策略的。同一人以最早的一次为准。
-- Customers who were drawn in runs that count, and their arm: of this strategy, and of others that share their holdout. Of one person the first draw holds.
select customer_id as customer, arm, stratum, drawn_in as drawnIn
from (
  select identity.customer_id, arm, stratum, drawn_in,
    row_number() over (
      partition by identity.customer_id
      order by drawn_in, strategy_member.kind, strategy_member.value
    ) as place
  from standing_run
  join strategy_member using (run_id)
  join identity on identity.kind = strategy_member.kind and identity.value = strategy_member.value
  where identity.customer_id is not null
    and (strategy_id = :strategy or (:shared and standing_run.content ->> '$.isShared'))
)
where place = 1
