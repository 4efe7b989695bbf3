/** A row of somebody to be contacted: chosen by click, by arrow keys, by the focus on the name. */

import { type ReactNode, useEffect, useRef } from 'react';
import type { Due } from '../../../src-shared/contract/follow-ups.ts';
import { TierBars } from '../../parts/tier-badge.tsx';

export interface PersonRowProps {
  readonly due: Due;
  readonly at: number;
  readonly isHere: boolean;
  readonly onHere: () => void;
  /** Beside the name. */
  readonly beside?: ReactNode;
  /** The cells behind the name. */
  readonly children: ReactNode;
}

export function PersonRow({ due, at, isHere, onHere, beside, children }: PersonRowProps) {
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isHere) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isHere]);
  return (
    <tr ref={row} className={isHere ? 'here' : undefined} aria-current={isHere ? 'true' : undefined} onClick={onHere}>
      <td className="n faint">{at + 1}</td>
      <td className="due-name">
        {due.tier !== null && <TierBars tier={due.tier} />}{' '}
        <button type="button" className="plain" onFocus={onHere}>
          {due.name}
        </button>
        {beside}
      </td>
      {children}
    </tr>
  );
}
