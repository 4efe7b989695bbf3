/** Who was fixed to a segment once, as SQL. Pure. */

/** `freeze`: the name of the value that says which fixing. */
export function frozenSql(freeze: string): string {
  return `customer.customer_id in (
    select customer_id
    from segment_member
    cross join identity on identity.kind = segment_member.kind and identity.value = segment_member.value
    where freeze_id = ${freeze} and customer_id is not null
  )`;
}
