/** A quiet line that opens in place. What is in it is not there, and asks nothing, before it is opened. */

import { type ReactNode, useState } from 'react';
import './folded.css';

interface FoldedProps {
  readonly line: ReactNode;
  readonly children: ReactNode;
  /** Names it among its like. */
  readonly about: string;
}

export function Folded({ line, children, about }: FoldedProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="folded" data-folded={about} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{line}</summary>
      {isOpen && children}
    </details>
  );
}
