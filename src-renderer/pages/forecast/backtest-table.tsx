/** The forecast of half a year ago beside what came of it, in ten groups from the least expected to the most. */

import { useTranslation } from 'react-i18next';
import type { Backtest } from '../../../src-shared/contract/forecasts.ts';
import { formatCount } from '../../parts/count-text.tsx';

const share = (part: number): string => `${Math.round(100 * part)}%`;
/** Of a hundred. */
const points = (part: number): number => Math.round(100 * part);

/** Within one per cent it is as good as exact. */
const EXACT = 0.01;

function useDifference(): (predicted: number, actual: number) => string {
  const { t } = useTranslation('forecast');
  return (predicted, actual) => {
    const off = actual === 0 ? 0 : predicted / actual - 1;
    if (Math.abs(off) < EXACT) return t('exact');
    return t(off > 0 ? 'over' : 'under', { share: `${Math.round(100 * Math.abs(off))}%` });
  };
}

export function BacktestTable({ backtest }: { readonly backtest: Backtest }) {
  const { t } = useTranslation('forecast');
  const difference = useDifference();
  const { until, weeks, predicted, actual, deciles, chanceOff } = backtest;
  const most = Math.max(...deciles.map((one) => Math.max(one.predicted, one.actual)));
  return (
    <section className="report-table backtest">
      <h2>{t('backtest')}</h2>
      <p className="forecast-line">
        {t('backtestSay', {
          until,
          weeks,
          predicted: formatCount(Math.round(predicted)),
          actual: formatCount(actual),
          difference: difference(predicted, actual),
        })}
      </p>
      <p className="forecast-line" data-chance-off="">
        {t('chanceOff', { mean: points(chanceOff.mean), most: points(chanceOff.most) })}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('columns.group')}</th>
            {(['customers', 'predicted', 'actual', 'chance', 'came'] as const).map((column) => (
              <th key={column} scope="col" className="n">
                {t(`columns.${column}`)}
              </th>
            ))}
            <th scope="col" className="bars-head">
              <i className="told predicted" /> {t('lines.predicted')} <i className="told actual" /> {t('lines.actual')}
            </th>
          </tr>
        </thead>
        <tbody>
          {deciles.map((one, at) => (
            <tr key={at === 0 ? 'least' : `group ${at}`}>
              <th scope="row">
                {at + 1}
                {at === 0 && <span className="faint sm"> {t('least')}</span>}
                {at === deciles.length - 1 && <span className="faint sm"> {t('most')}</span>}
              </th>
              <td className="n">{formatCount(one.customers)}</td>
              <td className="n">{one.predicted.toFixed(2)}</td>
              <td className="n">{one.actual.toFixed(2)}</td>
              <td className="n">{share(one.chance)}</td>
              <td className="n">{share(one.came)}</td>
              <td className="bars-cell" aria-hidden="true">
                <i className="told predicted" style={{ width: `${(100 * one.predicted) / most}%` }} />
                <i className="told actual" style={{ width: `${(100 * one.actual) / most}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
