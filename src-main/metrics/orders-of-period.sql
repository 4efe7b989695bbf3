-- 一个数字背后的订单，按日子：整段日子的，或其中一个月的；part 说是哪一部分：new 是客户的第一笔有效单，returning 是以后的，unknown 是认不出是谁的，newcomer 是这段日子才第一次来的客户的全部有效单，earlier 是早就来过的客户的，refunded 是付过款又退过款的（退光了的也在），placed 是下过的全部单；不说就是全部有效单。
-- The orders behind a figure by days: of the whole period or of one month; part says which of them: new is a customer's first counted order, returning the later ones, unknown those whose buyer nobody can tell, newcomer all counted orders of customers who first came in the period, earlier those of customers who came before it, refunded those paid and with a refund (also all of it), placed all that were placed; without it all counted ones.
with placed as (
  select
    order_id,
    customer_id,
    net_minor,
    ordered_on,
    counts,
    paid_at,
    refund_minor,
    row_number() over (partition by customer_id, counts order by ordered_on, ordered_at, order_id) as nth,
    min(ordered_on) filter (where counts = 1) over (partition by customer_id)          as first_day
  from shop_order
  where ordered_on <= :on
    and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
)
select order_id, customer_id, net_minor
from placed
where (:from is null or ordered_on >= :from)
  and (:month is null or substr(ordered_on, 1, 7) = :month)
  and case :part
    when 'placed' then 1
    when 'refunded' then paid_at is not null and refund_minor > 0
    when 'new' then counts = 1 and customer_id is not null and nth = 1
    when 'returning' then counts = 1 and customer_id is not null and nth > 1
    when 'unknown' then counts = 1 and customer_id is null
    when 'newcomer' then counts = 1 and customer_id is not null and (:from is null or first_day >= :from)
    when 'earlier' then counts = 1 and customer_id is not null and first_day < :from
    else counts = 1
  end
order by ordered_on desc, order_id desc
