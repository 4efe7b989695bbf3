-- 一条关怀规则每一次轮到的人：抽到哪一组（后来并成一个人的，以最早抽的为准）、从哪天起算、下一次从哪天起算。
-- Each time a rule of care arose: with whom, in which arm (of people who turned out to be one the first draw holds), from which day its orders count, and from which the next time's do.
select key, customer, arm, stratum, share, mixed, from_day as "from",
  lead(from_day) over (partition by key order by from_day, origin) as next
from (
  select care_occurrence.origin, from_day, identity.customer_id as customer,
    coalesce(cast(identity.customer_id as text), care_draw.kind || ':' || care_draw.value) as key,
    first_value(arm) over earliest as arm, first_value(stratum) over earliest as stratum, first_value(share) over earliest as share,
    min(arm) over whole <> max(arm) over whole as mixed
  from care_occurrence
  join care_draw using (draw_id)
  left join identity on identity.kind = care_draw.kind and identity.value = care_draw.value
  where care_occurrence.rule_id = :rule
  window whole as (partition by coalesce(cast(identity.customer_id as text), care_draw.kind || ':' || care_draw.value)),
    earliest as (whole order by care_draw.draw_id)
)
order by key, from_day, origin
