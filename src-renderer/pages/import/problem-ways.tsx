/** The problem in view, in three parts: where, what happened, what to do and what we did meanwhile; and the ways out. */

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReportProblem } from '../../../src-shared/contract/imports.ts';
import { rowProblemLevels } from '../../../src-shared/row-problem.ts';
import { rowProblemTexts } from '../../../src-shared/row-problem-texts.ts';
import { useChooseFiles } from '../../link/use-files.ts';
import { LevelMark } from '../../parts/problem-note.tsx';
import { useImportState } from '../../state/import.ts';

export interface ProblemWaysProps {
  readonly problem: ReportProblem;
  readonly onNext: () => void;
}

export function ProblemWays({ problem, onNext }: ProblemWaysProps) {
  const { t, i18n } = useTranslation('importing');
  const chooseFiles = useChooseFiles();
  const files = useImportState((state) => state.files);
  const remove = useImportState((state) => state.remove);
  const level = rowProblemLevels[problem.code];
  const replace = (): void => {
    const damaged = files.find(({ name }) => name === problem.file);
    if (damaged !== undefined) remove(damaged.ticket);
    chooseFiles();
  };
  return (
    <div className={`imp-out ${level}`} aria-live="polite">
      <LevelMark level={level} />
      <div className="words">
        <p>
          <b>
            {t('problemAt', { row: problem.line })}
            {problem.column === null ? '' : `，${problem.column}`}
          </b>
          {problem.found === '' ? null : <span className="mono">　{problem.found}</span>}
        </p>
        <p className="dim">{rowProblemTexts[problem.code][i18n.language === 'en' ? 'en' : 'zh']}</p>
        {level === 'stopped' ? <p className="dim">{t('skipThese')}</p> : null}
      </div>
      <div className="ways">
        {level === 'stopped' ? <Button onClick={replace}>{t('replaceFile')}</Button> : null}
        <Button type="link" size="small" onClick={onNext}>
          {t('nextProblem')} <span className="kbd">F8</span>
        </Button>
      </div>
    </div>
  );
}
