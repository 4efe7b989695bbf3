-- 一次执行里的人：抽到哪一组，现在是账上的哪位客户（两个身份后来是同一人的，以排在前面的为准）。
-- Who was in a run: the arm they were drawn into, and which customer of the book they are now. Several that turned out to be one stand one after the other.
select identity.customer_id as customer, arm, stratum, drawn_in as drawnIn, strategy_member.kind, strategy_member.value
from strategy_member
left join identity on identity.kind = strategy_member.kind and identity.value = strategy_member.value
where run_id = :run
order by strategy_member.kind, strategy_member.value
