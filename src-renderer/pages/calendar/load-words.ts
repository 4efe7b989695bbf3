/** How full a day is, the same in every view: of so many that may be contacted so many stand on it, those contacted already too. */

import { useTranslation } from 'react-i18next';
import type { DayLoad } from '../../../src-shared/contract/follow-ups.ts';
import { formatCount } from '../../parts/count-text.tsx';

export interface LoadWords {
  readonly text: string;
  readonly isOver: boolean;
}

/** More stand on it than may be contacted; on a day of rest there is no such number. */
export function isOver({ people, capacity }: DayLoad): boolean {
  return capacity > 0 && people > capacity;
}

/** `on`: today. */
export function useLoadWords(on: string): (load: DayLoad) => LoadWords {
  const { t } = useTranslation('calendar');
  return (load) => {
    const { day, people, capacity } = load;
    const text =
      capacity === 0
        ? people === 0
          ? t('rests')
          : formatCount(people)
        : people === 0 && day < on
          ? '—'
          : t('load', { people, capacity });
    return { text, isOver: isOver(load) };
  };
}
