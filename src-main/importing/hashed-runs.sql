-- The people of the runs that count, and their arms.
select standing_run.content, kind, value, arm, stratum, first.content
from standing_run
join strategy_member using (run_id)
join strategy_run as first on first.run_id = strategy_member.drawn_in
order by standing_run.content, kind, value
