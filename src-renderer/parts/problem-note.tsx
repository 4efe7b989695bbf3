/** A problem said in three parts: where, what happened, what to do and what we did meanwhile. Mark and word before colour. */

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowProblemLevel } from '../../src-shared/row-problem.ts';
import { Icon } from './icon.tsx';

const tones: Readonly<Record<RowProblemLevel, string>> = { stopped: 'stop', noted: 'warn', info: 'dim' };

/** ✕, ! or i, with its word for those who do not see it. */
export function LevelMark({ level }: { readonly level: RowProblemLevel }) {
  const { t } = useTranslation('common');
  return (
    <span className={`st ${tones[level]}`} title={t(`level.${level}`)}>
      <Icon name={level} />
      <span className="unseen">{t(`level.${level}`)}</span>
    </span>
  );
}

export interface ProblemNoteProps {
  readonly level: RowProblemLevel;
  readonly where?: ReactNode;
  readonly what: ReactNode;
  readonly todo?: ReactNode;
  /** Ways out, at the right. */
  readonly actions?: ReactNode;
}

export function ProblemNote({ level, where, what, todo, actions }: ProblemNoteProps) {
  return (
    <div className={`note ${level}`} role={level === 'stopped' ? 'alert' : 'note'}>
      <LevelMark level={level} />
      <div style={{ flex: 1, minWidth: 0 }}>
        {where === undefined ? null : (
          <p>
            <b>{where}</b>
          </p>
        )}
        <p className={where === undefined ? '' : 'dim'}>{what}</p>
        {todo === undefined ? null : <p className="dim">{todo}</p>}
      </div>
      {actions}
    </div>
  );
}
