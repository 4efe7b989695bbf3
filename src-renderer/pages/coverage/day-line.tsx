/** The day under the pointer or the keyboard: orders, and the files that cover it. */

import { useTranslation } from 'react-i18next';
import type { ShopCoverage } from '../../../src-shared/contract/coverage.ts';
import { useDayWords } from './day-words.ts';
import { type CalendarDay, filesOn } from './year-model.ts';

const shownFiles = 3;

export function DayLine({ coverage, day }: { readonly coverage: ShopCoverage; readonly day: CalendarDay | null }) {
  const { t } = useTranslation('coverage');
  const dayWords = useDayWords();
  const files = day === null ? [] : filesOn(coverage, day.day);
  return (
    <p className="day-line" aria-live="polite">
      {day === null ? (
        <span className="faint">{t('pointAtDay')}</span>
      ) : (
        <>
          <b>{dayWords(day)}</b>
          {files.length > 0 && (
            <span className="dim" title={files.map(({ file }) => file).join('\n')}>
              {t('fromFiles', {
                files: [...new Set(files.map(({ file }) => file))].slice(0, shownFiles).join(t('noteComma')),
              })}
              {files.length > shownFiles && t('andMore', { count: files.length - shownFiles })}
            </span>
          )}
        </>
      )}
    </p>
  );
}
