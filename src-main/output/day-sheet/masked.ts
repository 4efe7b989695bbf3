/** A line of a day sheet as a helper may see it: enough to do it, not enough to keep the customers. */

import type { DaySheetItem } from '../../../src-shared/contract/day-sheets.ts';
import { maskPhone } from '../../../src-shared/phone.ts';

/** 王** */
export function maskName(name: string): string {
  const [first = ''] = Array.from(name.trim());
  return `${first}**`;
}

/** 2026-08-20 and 2026/8/20 are days, and stay. */
const day = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/;

/** Seven figures and more, also in groups, are a number by which somebody is reached. */
function maskNumbers(text: string, kept: string | null): string {
  return text.replace(/\+?\d(?:[ -]?\d){6,}/g, (found) =>
    day.test(found) || found === kept ? found : maskPhone(found.replace(/\D/g, '')),
  );
}

function maskMails(text: string): string {
  return text.replace(/([\w.+-])[\w.+-]*@[\w-]+(?:\.[\w-]+)+/g, '$1***@***');
}

/** `names`: everything else they are called: what was noted and what a template says must not give it away. */
export function maskItem(item: DaySheetItem, names: readonly string[]): DaySheetItem {
  const { name, note, why, say, phone } = item;
  const isMarketplace = item.channel === 'marketplace';
  const [nick, order] = isMarketplace ? [item.nick, item.order] : [null, null];
  // The longest first: a name within a name would leave the rest of it. A single letter is no name.
  const known = [...new Set([name, ...names].map((one) => one.trim()))]
    .filter((one) => Array.from(one).length > 1 && one !== nick)
    .sort((a, b) => b.length - a.length);
  const masked = (text: string): string => {
    const left = known.reduce((so, one) => so.replaceAll(one, maskName(one)), text);
    return maskMails(maskNumbers(left, order));
  };
  return {
    ...item,
    name: maskName(name),
    phone: phone === null ? null : maskPhone(phone),
    nick,
    order,
    why: masked(why),
    note: masked(note),
    say: say === null ? null : masked(say),
  };
}
