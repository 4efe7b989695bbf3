/** Where files are dropped or chosen. The whole window takes a drop; this says so and offers the button. */

import { Button } from 'antd';
import type { ReactNode } from 'react';

export interface DropZoneProps {
  readonly title: string;
  readonly say: string;
  readonly choose: string;
  readonly onChoose: () => void;
  /** More ways in, beside the button. */
  readonly more?: ReactNode;
  readonly low?: boolean;
}

export function DropZone({ title, say, choose, onChoose, more, low = false }: DropZoneProps) {
  return (
    <div className={low ? 'drop-zone low' : 'drop-zone'}>
      <svg
        className="sheet-mark"
        viewBox="0 0 44 44"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        aria-hidden="true"
      >
        <path d="M10 4h17l8 8v28H10zM27 4v8h8" />
        <path d="M22.5 18v13M17 26l5.500 5.500L28 26" stroke="var(--seal)" strokeWidth="2" />
      </svg>
      <b>{title}</b>
      <span className="dim">{say}</span>
      <div className="acts">
        <Button type="primary" size="large" onClick={onChoose}>
          {choose}
        </Button>
        {more}
      </div>
    </div>
  );
}
