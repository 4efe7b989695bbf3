/** The rule of a level in a few words, for the page, the command line and the journal. */

import type { Level } from './levels.ts';
import { formatMinor, minorOf } from './money.ts';
import type { Language } from './problem-texts.ts';

/** '近 12 个月净额满 ¥500.00'. */
export function levelRuleText({ measure, atLeast, months }: Level, language: Language, currency: string): string {
  const money = formatMinor(minorOf(atLeast), currency);
  if (language === 'en') {
    const what = measure === 'orders' ? `${atLeast} ${atLeast === 1 ? 'order' : 'orders'}` : `${money} net`;
    return months === null ? `${what} in all` : `${what} within ${months} ${months === 1 ? 'month' : 'months'}`;
  }
  const what = measure === 'orders' ? `满 ${atLeast} 单` : `净额满 ${money}`;
  return months === null ? `一共${what}` : `近 ${months} 个月${what}`;
}

/** '有效 12 个月'. */
export function levelSpanText({ validMonths }: Level, language: Language): string {
  if (language === 'en') {
    return validMonths === null ? 'for good' : `for ${validMonths} ${validMonths === 1 ? 'month' : 'months'}`;
  }
  return validMonths === null ? '一直有效' : `有效 ${validMonths} 个月`;
}
