/** How a customer can be reached at all, for lists: the SQL that says it of a row of `customer`. One customer's page says more (contact-points). */

import { wrongPhonesSql } from './profile/facts-sql.ts';

/** 'phone': a whole number of somebody who is certain, and not marked as wrong; 'email'; 'neither': the marketplace, or a letter. */
export const reachSql = `case
    when customer.certainty = 'certain' and instr(coalesce(customer.phone, '*'), '*') = 0
      and customer.customer_id not in (${wrongPhonesSql}) then 'phone'
    when exists (
      select 1 from identity where identity.customer_id = customer.customer_id and identity.kind = 'email'
    ) then 'email'
    else 'neither'
  end`;
