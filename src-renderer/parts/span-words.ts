/** Days in words, as people say them: 3月4日, Mar 4; a span of them with what both share said once. */

import { useTranslation } from 'react-i18next';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: string): Intl.DateTimeFormat {
  const locale = language === 'en' ? 'en-US' : 'zh-CN';
  const known = formats.get(locale);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' });
  formats.set(locale, made);
  return made;
}

/** '2024-03-04', '2024-03-09' → 2024年3月4日至9日, Mar 4 – 9, 2024. */
export function useSpanWords(): (from: string, to: string) => string {
  const { i18n } = useTranslation('common');
  return (from, to) => {
    const format = formatOf(i18n.language);
    const [first, last] = [new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`)];
    return from === to ? format.format(first) : format.formatRange(first, last);
  };
}
