-- 缺文件的日子：一家店管到的第一天和最后一天之间，既没有文件管到、您也没有说过没卖的日子，一段一行。
-- Missing days: between a shop's first and last covered day, those that no file covers and of which you said nothing; a row for each run of days.
with span as (
  select shop_id, covers_from as from_day, covers_to as to_day
  from import_file
  join import_batch using (batch_id)
  where undone_at is null and covers_from is not null
  union all
  select shop_id, from_day, to_day
  from quiet_span
  where shop_id in (
    select shop_id
    from import_file
    join import_batch using (batch_id)
    where undone_at is null and covers_from is not null
  )
),
reached as (
  select
    shop_id,
    from_day,
    max(to_day) over (
      partition by shop_id order by from_day, to_day rows between unbounded preceding and 1 preceding
    ) as reached_day
  from span
)
select
  shop_id as shop,
  date(reached_day, '+1 day') as "from",
  date(from_day, '-1 day') as "to",
  unixepoch(from_day) / 86400 - unixepoch(reached_day) / 86400 - 1 as days
from reached
where from_day > date(reached_day, '+1 day') and (:shop is null or shop_id = :shop)
order by shop_id, from_day
