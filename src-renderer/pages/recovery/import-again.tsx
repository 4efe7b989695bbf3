/** How many days of orders a backup does not hold, said in one sentence; and what else was written since. */

import { useTranslation } from 'react-i18next';
import { dayOf, daysBetween } from '../../../src-shared/day.ts';

export interface ImportAgainProps {
  /** The last day of the backup's orders; null: it holds none. */
  readonly lastDay: string | null;
  /** The last day of the ledger's orders where it can still be read, else today. */
  readonly until: string | null;
}

export function ImportAgain({ lastDay, until }: ImportAgainProps) {
  const { t, i18n } = useTranslation('recovery');
  const words = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone: 'UTC' });
  const say = (day: string): string => words.format(Date.parse(day));
  const from = lastDay === null ? null : dayOf(lastDay);
  const to = until === null ? null : dayOf(until);
  const days = from === null || to === null ? null : daysBetween(from, to);
  return (
    <>
      {days === null || from === null || to === null ? (
        <p>{lastDay === null ? t('againAll') : null}</p>
      ) : (
        <p>{days <= 0 ? t('againNone', { to: say(to) }) : t('again', { from: say(from), to: say(to), days })}</p>
      )}
      <p className="dim">{t('edits')}</p>
    </>
  );
}
