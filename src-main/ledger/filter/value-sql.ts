/** What a customer has of what a condition asks about, as SQL over the same tables as the condition. Pure. */

import type { FilterCondition } from '../../../src-shared/contract/filters.ts';
import { reachSql } from '../reach.ts';
import { inScope, upToDay } from './bought-sql.ts';
import { type Compiling, excludedKindsSql, figures, lifeStageSql, scoreSql, tierSql } from './filter-sql.ts';
import { ladderSql } from './ladder-sql.ts';
import { columns, orderTexts } from './said-sql.ts';

/** A JSON list of what several places say, without repetition; a few of them are enough to see why. */
function listed(column: string, from: string): string {
  return `(
    select json_group_array(text) from (select distinct ${column} as text ${from} and trim(coalesce(${column}, '')) <> '' limit 5)
  )`;
}

const ofOrders = `from shop_order where shop_order.customer_id = customer.customer_id and ${inScope} and ${upToDay}`;

/** null: nothing can be said but whether it holds; or it is looked up elsewhere. */
export function valueSql(condition: FilterCondition, compiling: Compiling): string | null {
  switch (condition.field) {
    case 'orders':
    case 'allOrders':
    case 'recencyDays':
    case 'firstDaysAgo':
    case 'netMinor':
    case 'paidMinor':
    case 'refundMinor':
      return figures[condition.field];
    case 'averageMinor':
      return 'iif(bought.frequency > 0, 1.0 * bought.net_minor / bought.frequency, null)';
    case 'rhythmDays':
      compiling.parts.add('rhythm');
      return 'rhythm.days';
    case 'r':
    case 'f':
    case 'm':
      return scoreSql(condition.field, compiling);
    case 'firstDay':
      return 'bought.first_day';
    case 'lastDay':
      return 'bought.last_day';
    case 'tier':
      return tierSql(compiling);
    case 'lifecycle':
      return lifeStageSql(compiling);
    case 'ladder':
      return ladderSql(compiling.ladder(), compiling.values);
    case 'certainty':
      return 'customer.certainty';
    case 'reach':
      return reachSql;
    case 'name':
    case 'buyerId':
    case 'note':
    case 'province':
    case 'city':
    case 'district':
      return `(select json_group_array(text) from (select ${columns[condition.field]} as text) where text is not null)`;
    case 'email':
      return listed('value', "from identity where identity.customer_id = customer.customer_id and kind = 'email'");
    case 'address':
    case 'buyerNote':
    case 'sellerNote':
      return listed(orderTexts[condition.field], ofOrders);
    case 'shop':
      return listed('shop.name', `from shop where shop_id in (select shop_id ${ofOrders})`);
    case 'marketplace':
      return listed('shop.marketplace', `from shop where shop_id in (select shop_id ${ofOrders})`);
    case 'phone':
      return '(select json_group_array(text) from (select customer.phone as text) where text is not null)';
    case 'excluded':
      return `(select json_group_array(kind) from (${excludedKindsSql}))`;
    // Looked up by their own rooms.
    case 'wish':
    case 'segment':
    case 'tag':
    case 'custom':
    case 'bought':
    case 'run':
    case 'level':
    case 'grade':
      return null;
  }
}
