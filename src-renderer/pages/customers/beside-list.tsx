/** What stands beside the list: one customer at a glance, or why they are in their tier. */

import { useTranslation } from 'react-i18next';
import type { CustomerRow } from '../../../src-shared/contract/customers.ts';
import type { RfmBasis } from '../../../src-shared/contract/metrics.ts';
import type { Tier } from '../../../src-shared/rfm.ts';
import { Explanation } from '../../parts/explanation/explanation.tsx';
import { PeekPanel } from './peek-panel.tsx';

export type Panel =
  | { readonly kind: 'peek' }
  | { readonly kind: 'why'; readonly fact: string }
  /** How the figures of the whole list, or of one tier, were worked out. */
  | { readonly kind: 'counted'; readonly tier: Tier | null };

export interface BesideListProps {
  readonly panel: Panel | null;
  /** The row the keyboard is on. */
  readonly row: CustomerRow | undefined;
  readonly basis: RfmBasis;
  readonly onPanel: (panel: Panel | null) => void;
  readonly onOpen: (row: CustomerRow) => void;
}

export function BesideList({ panel, row, basis, onPanel, onOpen }: BesideListProps) {
  const { t: common } = useTranslation('common');
  const { t } = useTranslation('customers');
  if (panel?.kind === 'counted') {
    const { tier } = panel;
    return (
      <Explanation
        subject={
          tier === null
            ? { kind: 'metric', name: 'customer-totals', title: t('howCounted') }
            : { kind: 'metric', name: 'tier-summary', tier, title: common(`tier.${tier}`) }
        }
        basis={basis}
        onClose={() => onPanel(null)}
      />
    );
  }
  if (panel === null || row === undefined) return null;
  if (panel.kind === 'peek') {
    return (
      <PeekPanel
        customer={row.id}
        name={row.name}
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
