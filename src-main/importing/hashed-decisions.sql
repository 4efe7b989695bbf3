-- What the owner decided about who is who, in the order he did, by the identities it hangs on.
select dense_rank() over (order by edit_id, nth) as decision, verdict, side, kind, value
from identity_decision
order by decision, side, kind, value
