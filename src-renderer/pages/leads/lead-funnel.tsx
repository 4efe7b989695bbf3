/** How many got how far, how long it took them, where they came from, why they were lost. */

import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import { CountText } from '../../parts/count-text.tsx';

type Told = Pick<ResultOf<'leads.list'>, 'funnel' | 'sources' | 'reasons'>;

export function LeadFunnel({ funnel, sources, reasons }: Told) {
  const { t } = useTranslation('leads');
  const most = Math.max(1, ...funnel.map(({ reached }) => reached));
  const before = (place: number): number => funnel[place - 1]?.reached ?? 0;
  return (
    <section className="lead-funnel" aria-label={t('funnel')}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t('stage')}</th>
            <th scope="col" className="n">
              {t('now')}
            </th>
            <th scope="col" className="n">
              {t('reached')}
            </th>
            <th scope="col" className="n">
              {t('share')}
            </th>
            <th scope="col" className="n">
              {t('stay')}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {funnel.map(({ stage, now, reached, days }, place) => (
            <tr key={stage}>
              <th scope="row">{t(`stages.${stage}`)}</th>
              <td className="n">
                <CountText count={now} />
              </td>
              <td className="n">
                <CountText count={reached} />
              </td>
              <td className="n dim">
                {place === 0 || stage === 'lost' || before(place) === 0
                  ? ''
                  : `${Math.round((100 * reached) / before(place))}%`}
              </td>
              <td className="n dim">{days === null ? '' : t('days', { count: Math.round(days) })}</td>
              <td className="lead-bar">
                <span aria-hidden="true" style={{ width: `${(100 * reached) / most}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="lead-words">
        <p>
          <b>{t('sources')}</b>{' '}
          {sources
            .map(({ source, leads, won }) =>
              t(won === 0 ? 'sourceOnly' : 'sourceSays', {
                source: source === '' ? t('noSource') : source,
                leads,
                won,
              }),
            )
            .join(t('comma'))}
        </p>
        {reasons.length > 0 && (
          <p>
            <b>{t('reasons')}</b>{' '}
            {reasons
              .map(({ reason, leads }) => t('reasonSays', { reason: reason === '' ? t('noReason') : reason, leads }))
              .join(t('comma'))}
          </p>
        )}
      </div>
    </section>
  );
}
