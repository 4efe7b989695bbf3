/** The first line of a page: its name, the answer in words, and its actions (at most one red). */

import type { ReactNode } from 'react';

export interface PageTitleProps {
  readonly title: ReactNode;
  readonly say?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

export function PageTitle({ title, say, actions, children }: PageTitleProps) {
  return (
    <header className="head">
      <h1>{title}</h1>
      {say === undefined ? null : <span className="say">{say}</span>}
      {children}
      {actions === undefined ? null : <div className="acts">{actions}</div>}
    </header>
  );
}
