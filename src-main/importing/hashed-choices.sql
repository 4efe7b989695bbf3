-- What the owner chose for people he put together, by the place of the decision among all.
select decision, field, content
from decision_choice
join (
  select edit_id, nth, dense_rank() over (order by edit_id, nth) as decision
  from (select distinct edit_id, nth from identity_decision)
) using (edit_id, nth)
order by decision, field
