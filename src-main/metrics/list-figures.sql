-- 名单脚注的数：几位客户、其中推测几位、成交过几位、有效单几单、净额、实付、退款各多少，平均每位成交过的客户多少（到分，四舍五入）。
-- The figures under a list: customers, the likely ones among them, those who bought, counted orders, their net money, what was paid and what was refunded, and the mean of those who bought, to the nearest minor unit.
select
  count(*)                                      as customers,
  count(*) filter (where certainty = 'likely')  as likely,
  count(*) filter (where frequency > 0)         as buyers,
  coalesce(sum(frequency), 0)                   as orders,
  coalesce(sum(net_minor), 0)                   as net_minor,
  coalesce(sum(paid_minor), 0)                  as paid_minor,
  coalesce(sum(refund_minor), 0)                as refund_minor,
  floor(1.0 * sum(net_minor) / nullif(count(*) filter (where frequency > 0), 0) + 0.5) as average_minor
from listed
