/** The ladder from month to month: who stood where at each end, and who went where in between. */

import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../../../src-shared/contract/index.ts';
import { formatCount } from '../../../parts/count-text.tsx';

type Month = ResultOf<'ladder.months'>['months'][number];

/** So many kinds of moves stand in a line; the others on hover. */
const shownMoves = 6;

export interface LadderMonthsProps {
  readonly months: readonly Month[];
  /** By lines that are tried, as the figures above are. */
  readonly isTrial: boolean;
}

export function LadderMonths({ months, isTrial }: LadderMonthsProps) {
  const { t } = useTranslation('ladder');
  const [newest] = months;
  if (newest === undefined) return null;
  const steps = newest.steps.map(({ step }) => step).toReversed();
  return (
    <section className="movers" aria-label={t('months.title')}>
      <div className="cap">
        <h2>{t('months.title')}</h2>
        <span className="dim sm">{t(isTrial ? 'months.sayTrying' : 'months.say')}</span>
      </div>
      <table className="ledger ladder-months">
        <thead>
          <tr>
            <th scope="col">{t('months.month')}</th>
            {steps.map((step) => (
              <th key={step} scope="col" className="n">
                {step}
              </th>
            ))}
            <th scope="col">{t('months.moves')}</th>
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.month}>
              <th scope="row">{month.month}</th>
              {month.steps.toReversed().map(({ step, customers }) => (
                <td key={step} className="n">
                  {formatCount(customers)}
                </td>
              ))}
              <Moves month={month} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Moves({ month: { moves } }: { readonly month: Month }) {
  const { t } = useTranslation('ladder');
  const words = moves.map(({ from, to, customers }) =>
    t('months.move', { from: from ?? t('months.fresh'), to: to ?? t('none'), count: customers }),
  );
  if (words.length === 0) return <td className="faint">{t('months.nobody')}</td>;
  return (
    <td className="dim sm" title={words.join('   ')}>
      {words.slice(0, shownMoves).map((word) => (
        <span key={word} className="month-move">
          {word}
        </span>
      ))}
      {words.length > shownMoves && t('months.more')}
    </td>
  );
}
