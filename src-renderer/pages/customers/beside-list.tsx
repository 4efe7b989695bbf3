/** What stands beside the list: one customer at a glance, or why they are in their tier. */

import type { CustomerRow } from '../../../src-shared/contract/customers.ts';
import type { RfmBasis } from '../../../src-shared/contract/metrics.ts';
import { Explanation } from '../../parts/explanation/explanation.tsx';
import { PeekPanel } from './peek-panel.tsx';

export type Panel = { readonly kind: 'peek' } | { readonly kind: 'why'; readonly fact: string };

export interface BesideListProps {
  readonly panel: Panel | null;
  /** The row the keyboard is on. */
  readonly row: CustomerRow | undefined;
  readonly basis: RfmBasis;
  readonly onPanel: (panel: Panel | null) => void;
  readonly onOpen: (row: CustomerRow) => void;
}

export function BesideList({ panel, row, basis, onPanel, onOpen }: BesideListProps) {
  if (panel === null || row === undefined) return null;
  if (panel.kind === 'peek') {
    return (
      <PeekPanel
        customer={row.id}
        basis={{ on: basis.on, definition: basis.definition }}
        onClose={() => onPanel(null)}
        onOpen={() => onOpen(row)}
        onWhy={(fact) => onPanel({ kind: 'why', fact })}
      />
    );
  }
  return (
    <Explanation
      subject={{ kind: 'customer', id: row.id, tier: row.tier, fact: panel.fact }}
      basis={basis}
      currency={row.currency}
      onClose={() => onPanel(null)}
    />
  );
}
