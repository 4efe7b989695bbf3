/** Nothing to show: the ink line where the table would begin, one sentence why, one button. */

import type { ReactNode } from 'react';

export function EmptyNote(props: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="empty" role="status">
      <span className="dim">{props.children}</span>
      {props.action}
    </div>
  );
}
