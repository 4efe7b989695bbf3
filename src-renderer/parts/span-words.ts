/** Days in words, as people say them: 2024 年 3 月 4 日, Mar 4, 2024; of a span the year only once. */

import { useTranslation } from 'react-i18next';

const months = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm11', 'm12'] as const;

/** '2024-03-04', '2024-03-09' → 2024 年 3 月 4 日—3 月 9 日, Mar 4 – Mar 9, 2024. */
export function useSpanWords(): (from: string, to: string) => string {
  const { t } = useTranslation('coverage');
  const short = (day: string): string =>
    t('words.day', {
      month: t(`months.${months[Number(day.slice(5, 7)) - 1] ?? 'm1'}`),
      date: Number(day.slice(8, 10)),
    });
  const whole = (day: string): string => t('words.whole', { year: day.slice(0, 4), day: short(day) });
  return (from, to) => {
    if (from === to) return whole(from);
    if (from.slice(0, 4) !== to.slice(0, 4)) return t('words.years', { from: whole(from), to: whole(to) });
    return t('words.span', { year: from.slice(0, 4), from: short(from), to: short(to) });
  };
}
