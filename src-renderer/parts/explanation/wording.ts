/** Turns the codes of an explanation into words. A code without words is shown as it is, never swallowed. */

import { useTranslation } from 'react-i18next';
import { importCounts } from '../../../src-shared/import-figure.ts';
import { formatMinor, minorOf } from '../../../src-shared/money.ts';
import { formatCount } from '../count-text.tsx';

/** Looks a code up in a group of texts; the code itself when there are no words for it. */
export function useWords(group: 'facts' | 'why' | 'verdict'): (code: string) => string {
  const { t, i18n } = useTranslation('explanation');
  return (code) => {
    const key = `explanation:${group}.${code}`;
    // Codes come from the host: the compiler cannot know them.
    return i18n.exists(key) ? t(key as 'why.unpaid') : code;
  };
}

/** The sentence of a rule; some name the day. */
export function useRuleText(day: string): (rule: string) => string {
  const { t, i18n } = useTranslation('explanation');
  return (rule) => (i18n.exists(`explanation:rules.${rule}`) ? t(`rules.${rule}` as 'rules.asOf', { day }) : rule);
}

/** Why an order does not count, or what stopped it. */
export function useReasonText(): (why: string | null) => string {
  const words = useWords('why');
  const { t, i18n } = useTranslation('rowProblems');
  return (why) => {
    if (why === null) return '';
    // Codes come from the host: the compiler cannot know them.
    return i18n.exists(`rowProblems:${why}`) ? t(why as 'order-left-out') : words(why);
  };
}

const moneyNames = /minor/i;
const people: ReadonlySet<string> = new Set(['newCustomers', 'likelyCustomers', 'knownCustomers']);

/** The figures of an import count orders, people or lines. */
function unitOf(name: string): string {
  const figure = name.replace('import.', '');
  if (!name.startsWith('import.') || !importCounts.some((count) => count === figure)) return name;
  return people.has(figure) ? 'customers' : figure === 'lines' ? 'lines' : 'orders';
}

/** A fact's value with its unit; money in minor units becomes an amount. */
export function useValueText(currency: string): (name: string, value: string) => string {
  const { t, i18n } = useTranslation('explanation');
  return (name, value) => {
    if (moneyNames.test(name) && /^-?\d+(\.\d+)?$/.test(value)) {
      return formatMinor(minorOf(Math.round(Number(value))), currency);
    }
    const key = `explanation:units.${unitOf(name)}`;
    const shown = /^\d+$/.test(value) ? formatCount(Number(value)) : value;
    return i18n.exists(key) ? t(key as 'units.orders', { value: shown }) : shown;
  };
}
