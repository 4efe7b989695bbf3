/** What people are marked with, as SQL over `customer_mark`. Pure. */

/** Who has one of these marks. Each is asked under all the names it goes by; of a person's words about it the newest counts. */
export interface MarkedCondition {
  readonly field: 'marked';
  readonly fields: readonly (readonly string[])[];
}

/** `marks`: the name of the value that holds the fields, as JSON. */
export function markedSql(marks: string): string {
  return `customer.customer_id in (
    select customer_id
    from (
      select identity.customer_id, content, max(edit_id)
      from json_each(${marks}) as wanted
      cross join json_each(wanted.value) as named
      cross join customer_mark on customer_mark.field = named.value
      cross join identity on identity.kind = customer_mark.kind and identity.value = customer_mark.value
      where identity.customer_id is not null
      group by wanted.key, identity.customer_id
    )
    where content <> ''
  )`;
}
