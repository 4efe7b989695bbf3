/** Problems by kind, the stopped ones first, each with how often. A click goes to the first of its kind. */

import { useTranslation } from 'react-i18next';
import type { BatchReport } from '../../../src-shared/contract/imports.ts';
import { type RowProblemCode, rowProblemLevels } from '../../../src-shared/row-problem.ts';
import { Figure } from '../../parts/figure.tsx';
import { LevelMark } from '../../parts/problem-note.tsx';
import { useImportState } from '../../state/import.ts';
import { ClaimLines } from './claim-lines.tsx';
import { problemKinds } from './problem-order.ts';

export interface ProblemListProps {
  readonly batch: BatchReport;
  readonly current: RowProblemCode | undefined;
  /** Which of its kind is in view, from 1. */
  readonly position: number;
  readonly onChoose: (code: RowProblemCode) => void;
  /** To the columns, to say who the buyers are. */
  readonly onMapBuyers: () => void;
  /** Asked which orders have no buyer. */
  readonly onAskBuyers: () => void;
}

export function ProblemList({ batch, current, position, onChoose, onMapBuyers, onAskBuyers }: ProblemListProps) {
  const { t } = useTranslation('importing');
  const titles = useTranslation('rowProblems').t;
  const repairs = useTranslation('repairs').t;
  const aside = useImportState((state) => state.aside);
  const kinds = problemKinds(batch.problemCounts);
  const without = batch.ordersWithoutBuyer;
  const isFlawless = kinds.length === 0 && without === 0;
  const inLevel = (level: string): number => kinds.filter((kind) => kind.level === level).length;
  return (
    <aside className="imp-problems">
      <div className="title-line">
        <h2>{t('problems')}</h2>
        <span className="dim sm nw">
          {isFlawless
            ? null
            : t('problemsSay', {
                stopped: inLevel('stopped'),
                noted: inLevel('noted') + (without > 0 ? 1 : 0),
                info: inLevel('info'),
              })}
        </span>
      </div>
      {isFlawless ? (
        <p className="empty good">{t('noProblems')}</p>
      ) : (
        <ol>
          {without > 0 ? <WithoutBuyer count={without} {...{ onMapBuyers, onAskBuyers }} /> : null}
          {kinds.map(({ code, count }) => (
            <li key={code}>
              <button
                type="button"
                className="plain"
                {...(code === current ? { 'aria-current': true } : {})}
                onClick={() => onChoose(code)}
              >
                <LevelMark level={rowProblemLevels[code]} />
                <span>
                  <span className="line">
                    <b>{titles(code)}</b>
                    <span className="nw">{t('times', { count })}</span>
                  </span>
                  <ClaimLines batch={batch} code={code} />
                  {aside.includes(code) ? <span className="sm dim claim">{repairs('isAside', { count })}</span> : null}
                  {code === current ? <span className="sm dim">{t('position', { position, count })}</span> : null}
                </span>
              </button>
            </li>
          ))}
        </ol>
      )}
      {batch.problems.length >= 1000 ? <p className="sm faint">{t('firstThousand')}</p> : null}
    </aside>
  );
}

/** Orders of nobody are no problem of a row: what is missing is a column. */
function WithoutBuyer(props: { readonly count: number } & Pick<ProblemListProps, 'onMapBuyers' | 'onAskBuyers'>) {
  const { t } = useTranslation('importing');
  return (
    <li className="no-buyer">
      <LevelMark level="noted" />
      <span>
        <Figure onAsk={props.onAskBuyers}>
          <b>{t('withoutBuyer', { count: props.count })}</b>
        </Figure>
        <span className="sm dim">{t('withoutBuyerWhy')}</span>
        <button type="button" className="plain link sm" onClick={props.onMapBuyers}>
          {t('mapBuyers')}
        </button>
      </span>
    </li>
  );
}
