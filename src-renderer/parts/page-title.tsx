/** The first line of a page: the way back, its name, the answer in words, and its actions (at most one red). */

import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { Say } from './say.tsx';

export interface BackTo {
  /** The page one came from, by name. */
  readonly to: string;
  readonly onBack: () => void;
}

export interface PageTitleProps {
  readonly title: ReactNode;
  readonly back?: BackTo;
  readonly say?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

export function PageTitle({ title, back, say, actions, children }: PageTitleProps) {
  return (
    <header className="head">
      {back === undefined ? null : <BackLink {...back} />}
      <h1>{title}</h1>
      {say === undefined ? null : <Say>{say}</Say>}
      {children}
      {actions === undefined ? null : <div className="acts">{actions}</div>}
    </header>
  );
}

export function BackLink({ to, onBack }: BackTo) {
  return (
    <button type="button" className="plain st dim back" onClick={onBack}>
      <Icon name="back" />
      {to}
    </button>
  );
}
