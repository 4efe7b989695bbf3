/** What stands beside the list: one customer at a glance, or why they are in their tier. */

import { useTranslation } from 'react-i18next';
import type { CustomerFilter, ListedCustomer } from '../../../src-shared/contract/customers.ts';
import type { LedgerStatus } from '../../../src-shared/contract/ledger.ts';
import type { RfmBasis } from '../../../src-shared/contract/metrics.ts';
import { listBasisOf } from '../../link/use-basis.ts';
import { useConditionWords } from '../../parts/condition-words.ts';
import { Explanation } from '../../parts/explanation/explanation.tsx';
import { PeekPanel } from './peek-panel.tsx';

export type Panel =
  | { readonly kind: 'peek' }
  | { readonly kind: 'why'; readonly fact: string }
  /** Conditions and versions of segments: they stay while the list changes, so the page draws them, not the list. */
  | { readonly kind: 'builder' }
  | { readonly kind: 'versions' }
  /** What the sums of these customers are made of; `fact` is the one that was asked about. */
  | { readonly kind: 'sums'; readonly filter: CustomerFilter; readonly fact: string };

export interface BesideListProps {
  readonly panel: Panel | null;
  /** The row the keyboard is on. */
  readonly row: ListedCustomer | undefined;
  readonly basis: RfmBasis;
  readonly shops: LedgerStatus['shops'];
  readonly currency: string;
  readonly onPanel: (panel: Panel | null) => void;
  readonly onOpen: (row: ListedCustomer) => void;
}

export function BesideList({ panel, row, basis, shops, currency, onPanel, onOpen }: BesideListProps) {
  if (panel?.kind === 'sums')
    return <ListSums {...panel} {...{ basis, shops, currency }} onClose={() => onPanel(null)} />;
  if (panel === null || panel.kind === 'builder' || panel.kind === 'versions' || row === undefined) return null;
  if (panel.kind === 'peek') {
    return (
      <PeekPanel
        customer={row.id}
        name={row.name}
        basis={listBasisOf(basis)}
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

interface ListSumsProps extends Pick<BesideListProps, 'basis' | 'shops' | 'currency'> {
  readonly filter: CustomerFilter;
  readonly fact: string;
  readonly onClose: () => void;
}

function ListSums({ filter, fact, basis, shops, currency, onClose }: ListSumsProps) {
  const { t } = useTranslation('customers');
  const conditionWords = useConditionWords();
  return (
    <Explanation
      subject={{
        kind: 'list',
        filter,
        basis: listBasisOf(basis),
        conditions: conditionWords(filter, shops),
        title: t('howCounted'),
        fact,
      }}
      basis={basis}
      currency={currency}
      onClose={onClose}
      takesFocus
    />
  );
}
