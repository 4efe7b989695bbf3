/** The row of answers under a page's title: a label, a large figure, a remark; opened by an ink line. */

import type { ReactNode } from 'react';

export interface Answer {
  readonly key: string;
  readonly label: ReactNode;
  readonly figure: ReactNode;
  readonly remark?: ReactNode;
}

export function AnswerRow({ answers }: { readonly answers: readonly Answer[] }) {
  return (
    <dl className="answers">
      {answers.map(({ key, label, figure, remark }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            <b>{figure}</b>
            {remark === undefined ? null : <small>{remark}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
