/** Opens at the right beside the content, never over it; Esc closes it and the list keeps its place. */

import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';
import { useKeys } from './use-keys.ts';

export interface SidePanelProps {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Take the keyboard when opened. Leave false where the arrow keys go on in the list. */
  readonly takesFocus?: boolean;
  /** What it shows ends in a list that scrolls by itself. */
  readonly holdsList?: boolean;
}

export function SidePanel({
  title,
  onClose,
  actions,
  children,
  takesFocus = false,
  holdsList = false,
}: SidePanelProps) {
  const { t } = useTranslation('common');
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) panel.current?.focus();
  }, [takesFocus]);
  useKeys({ Escape: onClose });
  return (
    <aside className="side" ref={panel} tabIndex={-1} aria-label={typeof title === 'string' ? title : undefined}>
      <header>
        <h2>{title}</h2>
        {actions}
        <button type="button" className="plain dim" onClick={onClose} aria-label={t('pane.close')}>
          <Icon name="close" />
        </button>
      </header>
      <div className={holdsList ? 'in holds-list' : 'in'}>{children}</div>
    </aside>
  );
}
