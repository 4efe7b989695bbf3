-- 客户走到哪一步：新客、活跃、该来了、沉睡、流失。至少有两个间隔的客户看自己：没超过自己间隔的中位数是活跃，超过是该来了，超过 1.5 倍是沉睡，超过 3 倍是流失；其余的看全店间隔的一半、75%、90% 各到几天。只在一天买过、还没到该来的是新客。同一天的几单算一次。
-- Where in their life as customers people stand: new, active, due, sleeping, lost. Who has two gaps or more is held against their own middle gap: within it active, past it due, past 1.5 times sleeping, past three times lost; the others against the days that half, 75 % and 90 % of the gaps of the shop take. New: bought on one day only and not due yet. Several orders of one day are one purchase.
--[stages]
select
  stage,
  count(*)                             as customers,
  sum(is_own)                          as own_rhythm,
  sum(net_minor)                       as net_minor,
  (select due from line)               as due_days,
  (select sleeping from line)          as sleeping_days,
  (select lost from line)              as lost_days
from staged
group by stage
order by case stage when 'new' then 1 when 'active' then 2 when 'due' then 3 when 'sleeping' then 4 else 5 end
