/** The ladder from month to month: who stood where at each end, and who went where in between. */

import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../../../src-shared/contract/index.ts';
import { formatCount } from '../../../parts/count-text.tsx';
import { useWidthOf } from '../../../parts/whole-columns.ts';

type Month = ResultOf<'ladder.months'>['months'][number];

/** So many kinds of moves stand in a line at most; the others on hover. */
const mostMoves = 6;
/** In rem: the columns before the moves, one move, and how many more there are. */
const roomBefore = 45.6;
const roomOfMove = 8.8;
const roomOfMore = 6;

/** How many moves stand in a line whole; where all do, nothing is said of more. */
function movesIn(width: number): number {
  if (!Number.isFinite(width)) return mostMoves;
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Math.min(mostMoves, Math.max(1, Math.floor((width / rem - roomBefore - roomOfMore) / roomOfMove)));
}

export interface LadderMonthsProps {
  readonly months: readonly Month[];
  /** By lines that are tried, as the figures above are. */
  readonly isTrial: boolean;
}

export function LadderMonths({ months, isTrial }: LadderMonthsProps) {
  const { t } = useTranslation('ladder');
  const section = useRef<HTMLElement>(null);
  const shown = movesIn(useWidthOf(section));
  const [newest] = months;
  if (newest === undefined) return null;
  const steps = newest.steps.map(({ step }) => step).toReversed();
  return (
    <section ref={section} className="movers" aria-label={t('months.title')}>
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
              <Moves month={month} shown={shown} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Moves({ month: { moves }, shown }: { readonly month: Month; readonly shown: number }) {
  const { t } = useTranslation('ladder');
  const words = moves.map(({ from, to, customers }) =>
    t('months.move', { from: from ?? t('months.fresh'), to: to ?? t('none'), count: customers }),
  );
  if (words.length === 0) return <td className="faint">{t('months.nobody')}</td>;
  return (
    <td className="dim sm month-moves" title={words.join('   ')}>
      {words.slice(0, shown).map((word) => (
        <span key={word} className="month-move">
          {word}
        </span>
      ))}
      {words.length > shown && <span className="nw">{t('months.more', { count: words.length - shown })}</span>}
    </td>
  );
}
