-- 每位客户在哪一级：等级从低到高（:levels），有效单达到哪级的线就升到哪级，到期再按同样的线保级或降级；手工给的等级在它的日子里说了算。
-- Which level each customer has: levels from the lowest (:levels); whoever comes to the line of a higher one is raised, and where one runs out the same lines decide anew. A level given by hand holds for its days, whatever the lines say.
level_rule as materialized (
  select
    key + 1                               as rank,
    value ->> 'id'                        as level,
    value ->> 'measure'                   as measure,
    value ->> 'atLeast'                   as at_least,
    '-' || (value ->> 'months') || ' months'      as back,
    '+' || (value ->> 'validMonths') || ' months' as holds
  from json_each(:levels)
),
-- On each day with a counted order: the highest level whose line is come to.
level_met as materialized (
  select customer_id, day, max(rank) as rank
  from (
    select distinct customer_id, ordered_on as day
    from shop_order
    where counts = 1
      --[one
      and customer_id = :customer
      --]
      and customer_id is not null
      and ordered_on <= :on
      and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
  ) as bought_on
  cross join level_rule
  where at_least <= (
    select iif(measure = 'orders', count(*), sum(coalesce(net_minor, 0)))
    from shop_order
    where shop_order.customer_id = bought_on.customer_id
      and counts = 1
      and ordered_on <= bought_on.day
      and (back is null or ordered_on > date(bought_on.day, back, 'floor'))
      and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
  )
  group by customer_id, day
),
-- By turns: on a day that decides, which level is met (0); what follows of it (1); which day decides next (2), null: none any more.
level_walk (customer_id, turn, day, held, met, since, review) as (
  select customer_id, 0, min(day), 0, null, null, null
  from level_met
  group by customer_id
  union all
  select
    customer_id,
    (turn + 1) % 3,
    iif(
      turn = 2,
      coalesce(
        (
          select min(level_met.day)
          from level_met
          where level_met.customer_id = level_walk.customer_id
            and level_met.day > level_walk.day
            and level_met.rank > held
            and (review is null or level_met.day < review)
        ),
        iif(review <= :on, review, null)
      ),
      day
    ),
    iif(turn = 1, met, held),
    iif(
      turn = 0,
      coalesce(
        (
          select max(rank)
          from level_rule
          where at_least <= (
            select iif(measure = 'orders', count(*), sum(coalesce(net_minor, 0)))
            from shop_order
            where shop_order.customer_id = level_walk.customer_id
              and counts = 1
              and ordered_on <= level_walk.day
              and (back is null or ordered_on > date(level_walk.day, back, 'floor'))
              and shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))
          )
        ),
        0
      ),
      met
    ),
    iif(turn = 1 and met <> held, day, since),
    iif(turn = 1, date(day, (select holds from level_rule where rank = met), 'floor'), review)
  from level_walk
  where day is not null
),
level_by_hand as materialized (
  select customer_id, content ->> 'level' as level
  from (
    select identity.customer_id, content, max(edit_id)
    from customer_mark
    cross join identity on identity.kind = customer_mark.kind and identity.value = customer_mark.value
    where field = 'level' and identity.customer_id is not null
    group by identity.customer_id
  )
  where content <> ''
    and content ->> 'from' <= :on
    and coalesce(content ->> 'until' >= :on, true)
    and (content ->> 'level' = 0 or content ->> 'level' in (select level from level_rule))
),
levelled as materialized (
  select
    customer.customer_id,
    coalesce(level_by_hand.level, iif(:likely or certainty = 'certain', level_rule.level, null), 0) as level,
    since,
    review
  from customer
  left join level_walk on level_walk.customer_id = customer.customer_id and turn = 0 and day is null
  left join level_rule on level_rule.rank = held
  left join level_by_hand on level_by_hand.customer_id = customer.customer_id
  --[one
  where customer.customer_id = :customer
  --]
)
