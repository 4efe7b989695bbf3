/** A figure that opens how it was worked out. It looks like the figure it is, and shows under the pointer that it can be asked. */

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface FigureProps {
  /** What is counted, for the words under the pointer: '新订单'. */
  readonly what?: string;
  readonly onAsk: () => void;
  readonly children: ReactNode;
}

export function Figure({ what, onAsk, children }: FigureProps) {
  const { t } = useTranslation('common');
  return (
    <button
      type="button"
      className="plain figure"
      title={what === undefined ? t('figure.how') : t('figure.howOf', { what })}
      onClick={onAsk}
    >
      {children}
    </button>
  );
}
