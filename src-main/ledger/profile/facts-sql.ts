/** What is known about people, as SQL for lists: whom a topic is about, the newest of each item. Few people have any, so they are asked for first. */

import type { FactTopic } from './person-facts.ts';

/** Rows of `customer_id`, `item`, `content`. */
export function standingFactsSql(topic: FactTopic): string {
  return `select customer_id, item, content
    from (
      select
        identity.customer_id,
        item,
        person_fact.content,
        row_number() over (partition by identity.customer_id, item order by person_fact.edit_id desc) as place
      from person_fact
      cross join identity on identity.kind = person_fact.kind and identity.value = person_fact.value
      where topic = '${topic}' and identity.customer_id is not null
    )
    where place = 1 and content <> 'null'`;
}

/** How people want to be reached. */
export const standingWishesSql = standingFactsSql('wishes');

/** Who belongs to people, and their days. */
export const standingRelationsSql = standingFactsSql('relation');

/** Customers whose present phone the owner said is wrong. */
export const wrongPhonesSql = `select marked.customer_id
    from (${standingFactsSql('point')}) as marked
    cross join customer as called on called.customer_id = marked.customer_id
    where content ->> '$.mark' = 'wrong' and content ->> '$.value' = called.phone`;

const wishes = {
  noContact: "content ->> '$.optOut'",
  quiet: "content ->> '$.quiet' is not null",
  channel: "content ->> '$.channel' is not null",
} as const;

/** Does the row of `customer` have one of these wishes? `none`: it has none at all. */
export function wishSql(choices: readonly ('noContact' | 'quiet' | 'channel' | 'none')[]): string {
  const parts = choices.map((choice) =>
    choice === 'none'
      ? `customer.customer_id not in (select customer_id from (${standingFactsSql('wishes')}))`
      : `customer.customer_id in (select customer_id from (${standingFactsSql('wishes')}) where ${wishes[choice]})`,
  );
  return `(${parts.join('\n  or ')})`;
}
