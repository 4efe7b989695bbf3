/** What the short words and the line of a day mean. */

import { useTranslation } from 'react-i18next';
import { type DayLoad, reasonKinds } from '../../../src-shared/contract/follow-ups.ts';

export function KindLegend({ days, capacity }: { readonly days: readonly DayLoad[]; readonly capacity: number }) {
  const { t } = useTranslation('calendar');
  const shown = reasonKinds.filter((kind) => days.some(({ kinds }) => (kinds[kind] ?? 0) > 0));
  return (
    <p className="cal-legend sm">
      {shown.map((kind) => (
        <span key={kind}>
          <b className={`kind-${kind}`}>{t(`short.${kind}`)}</b> {t(`kinds.${kind}`)}
        </span>
      ))}
      <span className="dim">{t('loadSay', { count: capacity })}</span>
    </p>
  );
}
