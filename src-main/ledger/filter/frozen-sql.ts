/** Who was fixed to a segment once, or drawn in a run of a strategy, as SQL. Pure. */

/** `freeze`: the name of the value that says which fixing. */
export function frozenSql(freeze: string): string {
  return `customer.customer_id in (
    select customer_id
    from segment_member
    cross join identity on identity.kind = segment_member.kind and identity.value = segment_member.value
    where freeze_id = ${freeze} and customer_id is not null
  )`;
}

/**
 * Who was drawn to be contacted in runs that count. `runs`: a statement that gives their numbers. Somebody who turned out to be one with a person
 * held back is as the first of their identities says.
 */
export function drawnSql(runs: string): string {
  return `customer.customer_id in (
    select customer_id
    from (
      select identity.customer_id, arm,
        row_number() over (partition by run_id, identity.customer_id order by strategy_member.kind, strategy_member.value) as place
      from strategy_member
      cross join identity on identity.kind = strategy_member.kind and identity.value = strategy_member.value
      where run_id in (${runs})
        and run_id in (select run_id from standing_run)
        and identity.customer_id is not null
    )
    where place = 1 and arm = 'contacted'
  )`;
}
