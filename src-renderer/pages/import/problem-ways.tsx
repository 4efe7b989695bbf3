/** The problem in view, in three parts: where, what happened, what to do and what we did meanwhile; and the ways out. */

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportProblem } from '../../../src-shared/contract/imports.ts';
import { type RowProblemCode, rowProblemLevels } from '../../../src-shared/row-problem.ts';
import { rowProblemTexts } from '../../../src-shared/row-problem-texts.ts';
import { useChooseFiles } from '../../link/use-files.ts';
import { LevelMark } from '../../parts/problem-note.tsx';
import { useImportState } from '../../state/import.ts';
import { OrderFinder } from './order-finder.tsx';
import { RowEditor, type RowPlace } from './row-editor.tsx';

export interface ProblemWaysProps {
  readonly problem: ReportProblem;
  /** How many rows have a problem of this kind. */
  readonly count: number;
  /** Its row in the check. */
  readonly place: RowPlace;
  readonly onFix: (cells: ReadonlyMap<number, string | null>) => void;
  readonly onNext: () => void;
}

/** The order itself cannot be told. */
const numberCodes: ReadonlySet<RowProblemCode> = new Set([
  'order-number-missing',
  'order-number-scientific',
  'order-number-zeroed-tail',
  'order-number-unreadable',
  'order-number-zero-lost',
]);

export function ProblemWays({ problem, count, place, onFix, onNext }: ProblemWaysProps) {
  const { t, i18n } = useTranslation('importing');
  const { t: common } = useTranslation('common');
  const level = rowProblemLevels[problem.code];
  return (
    <div className={`imp-out ${level}`} aria-live="polite">
      <LevelMark level={level} />
      <div className="words">
        <p>
          <b>
            {[t('problemAt', { row: problem.line }), ...(problem.column === null ? [] : [problem.column])].join(
              common('comma'),
            )}
          </b>
          {problem.found === '' ? null : <span className="mono apart">{problem.found}</span>}
        </p>
        <p className="dim">{rowProblemTexts[problem.code][i18n.language === 'en' ? 'en' : 'zh']}</p>
        <RowWays problem={problem} count={count} place={place} onFix={onFix} />
      </div>
      <div className="ways">
        {level === 'stopped' ? <Replace file={problem.file} /> : null}
        <Button type="link" size="small" onClick={onNext}>
          {t('nextProblem')} <span className="kbd">F8</span>
        </Button>
      </div>
    </div>
  );
}

function Replace({ file }: { readonly file: string }) {
  const { t } = useTranslation('importing');
  const chooseFiles = useChooseFiles();
  const files = useImportState((state) => state.files);
  const remove = useImportState((state) => state.remove);
  const replace = (): void => {
    const damaged = files.find(({ name }) => name === file);
    if (damaged !== undefined) remove(damaged.ticket);
    chooseFiles();
  };
  return <Button onClick={replace}>{t('replaceFile')}</Button>;
}

/** What can be done about the row itself: correct it, find its order, keep it until the original file comes. */
function RowWays({ problem, count, place, onFix }: Omit<ProblemWaysProps, 'onNext'>) {
  const { t } = useTranslation('repairs');
  const [open, setOpen] = useState<'edit' | 'find' | null>(null);
  const level = rowProblemLevels[problem.code];
  if (level === 'info') return null;
  const close = (): void => setOpen(null);
  return (
    <p className="row-ways">
      <button type="button" className="plain link" onClick={() => setOpen('edit')}>
        {t(problem.column === null ? 'editRow' : 'editCell')}
      </button>
      {numberCodes.has(problem.code) ? (
        <button type="button" className="plain link" onClick={() => setOpen('find')}>
          {t('find')}
        </button>
      ) : null}
      {level === 'stopped' ? <PutAside code={problem.code} count={count} /> : null}
      {open === 'edit' ? <RowEditor place={place} onClose={close} onFix={onFix} /> : null}
      {open === 'find' ? <OrderFinder place={place} found={problem.found} onClose={close} onFix={onFix} /> : null}
    </p>
  );
}

function PutAside({ code, count }: { readonly code: RowProblemCode; readonly count: number }) {
  const { t } = useTranslation('repairs');
  const aside = useImportState((state) => state.aside);
  const setAside = useImportState((state) => state.setAside);
  const isAside = aside.includes(code);
  return (
    <>
      <button type="button" className="plain link" onClick={() => setAside(code, !isAside)}>
        {t(isAside ? 'notAside' : 'putAside', { count })}
      </button>
      <span className="dim">{t(isAside ? 'isAside' : 'skipThese', { count })}</span>
    </>
  );
}
