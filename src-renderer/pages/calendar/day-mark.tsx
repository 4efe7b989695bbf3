/** 休, 班: whether a day is a public holiday, or a weekend day that is worked for one. */

import { useTranslation } from 'react-i18next';
import type { DayWords } from './day-words.ts';

export function DayMark({ mark }: Pick<DayWords, 'mark'>) {
  const { t } = useTranslation('calendar');
  if (mark === null) return null;
  return (
    <i className={`cal-mark mark-${mark}`} title={t(`markSay.${mark}`)}>
      {t(`mark.${mark}`)}
    </i>
  );
}
