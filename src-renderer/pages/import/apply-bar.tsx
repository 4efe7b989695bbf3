/** The head of the check: where we are in the three steps, and the two ways on. */

import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useChooseFiles } from '../../link/use-files.ts';
import { PageTitle } from '../../parts/page-title.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { StepsLine } from './steps-line.tsx';

export interface ApplyBarProps {
  readonly count: number;
  /** Not one order can be posted: only another file helps. */
  readonly isBlocked: boolean;
  /** Being checked again: nothing can be posted until the new figures stand. */
  readonly isAgain: boolean;
  /** A panel is open beside, and Esc closes that first. */
  readonly isAsking: boolean;
  /** The ways to a report about what is wrong. */
  readonly report: ReactNode;
  readonly onApply: () => void;
  readonly onDiscard: () => void;
}

export function ApplyBar({ count, isBlocked, isAgain, isAsking, report, onApply, onDiscard }: ApplyBarProps) {
  const { t } = useTranslation('importing');
  const common = useTranslation('common').t;
  const { modal } = App.useApp();
  const chooseFiles = useChooseFiles();
  const ask = async (): Promise<void> => {
    const yes = await modal.confirm({
      title: t('discardAsk'),
      content: t('discardSay'),
      icon: null,
      okText: t('discard'),
      okType: 'default',
      cancelText: common('action.cancel'),
    });
    if (yes) onDiscard();
  };
  useKeys({ Escape: () => (isAsking ? false : void ask()) });
  return (
    <PageTitle
      title={t('checkTitle')}
      say={isBlocked ? <b className="stop">{t('blocked')}</b> : isAgain ? t('checkingAgain') : t('checkSay')}
      actions={
        <>
          <Button onClick={onDiscard}>{t('discard')}</Button>
          {report}
          {isBlocked ? (
            <Button
              onClick={() => {
                onDiscard();
                chooseFiles();
              }}
            >
              {t('replaceFile')}
            </Button>
          ) : (
            <Button type="primary" disabled={count === 0 || isAgain} onClick={onApply}>
              {count === 0 ? t('nothingToApply') : t('apply', { count })}
            </Button>
          )}
        </>
      }
    >
      <StepsLine at="check" />
    </PageTitle>
  );
}
