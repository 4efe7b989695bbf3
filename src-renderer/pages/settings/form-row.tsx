/** One line of the form: its name, the control, and a remark. */

import type { ReactNode } from 'react';

export interface FormRowProps {
  readonly name: ReactNode;
  readonly children: ReactNode;
  readonly remark?: ReactNode;
}

export function FormRow({ name, children, remark }: FormRowProps) {
  return (
    <div className="form-row">
      <span className="dim">{name}</span>
      <div>{children}</div>
      {remark !== undefined && <span className="faint sm">{remark}</span>}
    </div>
  );
}
