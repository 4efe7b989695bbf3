/** What day it is: its festival or holiday, its lunar day, and whether anybody is contacted on it. */

import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../src-shared/contract/settings.ts';
import type { Day } from '../../../src-shared/day.ts';
import { lunarOfSolar } from '../../../src-shared/lunar/lunar-days.ts';
import { shopDay } from '../../../src-shared/shop-year/shop-day.ts';
import { useOccasionWords } from '../../parts/occasion-words.ts';

export interface DayWords {
  /** undefined: a day like any other. */
  readonly name: string | undefined;
  /** In English a lunar day alone would be a second number nobody can place: ''. */
  readonly lunar: string;
  readonly rests: boolean;
  /** A public holiday; a weekend day that is worked instead. */
  readonly mark: 'off' | 'work' | null;
}

export function useDayWords(settings: Settings): (day: Day) => DayWords {
  const { i18n } = useTranslation('calendar');
  const words = useOccasionWords();
  const isEnglish = i18n.language === 'en';
  return (day) => {
    const lunar = lunarOfSolar(day);
    const { holiday, festival, rests } = shopDay(day, settings);
    const named = festival ?? (holiday?.kind === 'holiday' ? holiday : null);
    const chinese = lunar.day === 1 ? words.month(lunar.month, lunar.isLeap) : words.day(lunar.day);
    const mark = holiday === null ? null : holiday.kind === 'holiday' ? 'off' : 'work';
    return { mark, name: isEnglish ? named?.en : named?.zh, lunar: isEnglish ? '' : chinese, rests };
  };
}
