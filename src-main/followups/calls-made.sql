-- 一段日子里打出去的电话，按打的钟点（本机的钟）和照着哪条规则打的分开：打了几个、接通几个、说会买几个、14 天内下单几个。没满 14 天的另外数。
-- Calls made in a period by the hour (of this machine's clock) and by the rule they were made for: how many, how many reached the person, who said they
-- will buy, who ordered within 14 days, of whatever currency; and of how many these days are not over. An order of the same day counts if it came after
-- the call, or has no time.
with call as (
  select follow_up.content ->> '$.rule' as rule, one.value ->> '$.outcome' as outcome, one.value ->> '$.day' as day,
    strftime('%H:%M:%S', one.value ->> '$.at', 'localtime') as clock, identity.customer_id as customer
  from follow_up
  cross join json_each(follow_up.content, '$.log') as one
  left join identity on identity.kind = follow_up.kind and identity.value = follow_up.value
  where one.value ->> '$.channel' = 'phone'
    and one.value ->> '$.outcome' <> 'snoozed'
    and one.value ->> '$.day' between :from and :to
)
select cast(substr(clock, 1, 2) as integer) as hour, rule,
  coalesce(care_rule.content ->> '$.name', (
    select coalesce(after, before) ->> '$.name'
    from journal
    where table_name = 'care_rule' and row_key ->> '$.careRule' = call.rule
    order by edit_id desc
    limit 1
  )) as name,
  rule is not null and care_rule.rule_id is null as isGone,
  count(*) as calls,
  sum(outcome <> 'noAnswer') as reached,
  sum(outcome = 'willBuy') as willBuy,
  sum(
    outcome = 'ordered' or exists (
      select 1 from shop_order
      where shop_order.customer_id = call.customer
        and counts = 1
        and ordered_on between call.day and min(date(call.day, '+' || :window || ' days'), :to)
        and (ordered_on > call.day or coalesce(nullif(substr(coalesce(ordered_at, paid_at), 12), ''), '24:00:00') >= clock)
    )
  ) as ordered,
  sum(date(call.day, '+' || :window || ' days') > :to) as waiting
from call
left join care_rule on care_rule.rule_id = call.rule
group by hour, rule
order by hour, rule
