/** Problems by kind, the stopped ones first, each with how often. A click goes to the first of its kind. */

import { useTranslation } from 'react-i18next';
import type { BatchReport } from '../../../src-shared/contract/imports.ts';
import { type RowProblemCode, rowProblemLevels } from '../../../src-shared/row-problem.ts';
import { LevelMark } from '../../parts/problem-note.tsx';
import { problemKinds } from './problem-order.ts';

export interface ProblemListProps {
  readonly batch: BatchReport;
  readonly current: RowProblemCode | undefined;
  /** Which of its kind is in view, from 1. */
  readonly position: number;
  readonly onChoose: (code: RowProblemCode) => void;
}

export function ProblemList({ batch, current, position, onChoose }: ProblemListProps) {
  const { t } = useTranslation('importing');
  const titles = useTranslation('rowProblems').t;
  const kinds = problemKinds(batch.problemCounts);
  const inLevel = (level: string): number => kinds.filter((kind) => kind.level === level).length;
  return (
    <aside className="imp-problems">
      <div className="title-line">
        <h2>{t('problems')}</h2>
        <span className="dim sm nw">
          {kinds.length === 0
            ? null
            : t('problemsSay', { stopped: inLevel('stopped'), noted: inLevel('noted'), info: inLevel('info') })}
        </span>
      </div>
      {kinds.length === 0 ? (
        <p className="empty good">{t('noProblems')}</p>
      ) : (
        <ol>
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
