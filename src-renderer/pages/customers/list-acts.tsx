/** What can be done with the whole list: see who is in it twice, save it as a file, print it. */

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import type { Day } from '../../../src-shared/day.ts';
import { Icon } from '../../parts/icon.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import type { CustomerView } from '../../state/customer-filter.ts';
import { queryThrough, savedOf } from '../../state/saved-view.ts';
import { HandDialog } from '../by-hand/hand-dialog.tsx';
import type { ExportDialog } from './export-dialog.tsx';

export interface ListActsProps {
  readonly view: CustomerView;
  readonly total: number;
  readonly on: Day;
  readonly currency: string;
  readonly saving: Pick<ExportDialog, 'open'>;
  /** Changes those selected, or all of the list. */
  readonly onBulk: () => void;
}

export function ListActs({ view, total, on, currency, saving: { open }, onBulk }: ListActsProps) {
  const { t } = useTranslation('customers');
  const { t: review } = useTranslation('review');
  const [, navigate] = useLocation();
  const saved = savedOf(useSearch());
  const { t: byHand } = useTranslation('byHand');
  const [isWriting, setWriting] = useState(false);
  const isEmpty = total === 0;
  const { t: tags } = useTranslation('tags');
  useKeys({
    '$mod+e': () => (isEmpty ? false : open(view, total)),
    e: () => (isEmpty ? false : onBulk()),
  });
  return (
    <>
      <Button title={byHand('openHint')} onClick={() => setWriting(true)}>
        {byHand('open')}
      </Button>
      <HandDialog
        kind="lead"
        customer={null}
        on={on}
        currency={currency}
        isOpen={isWriting}
        onClose={() => setWriting(false)}
        onDone={({ customer }) => {
          if (customer !== null) navigate(`/customers/${customer}`);
        }}
      />
      <Button title={review('openHint')} onClick={() => navigate('/review')}>
        {review('open')}
      </Button>
      <Button disabled={isEmpty} title={tags('bulk.hint')} onClick={onBulk}>
        {tags('bulk.open')}…
      </Button>
      <Button icon={<Icon name="export" />} disabled={isEmpty} title="Ctrl E" onClick={() => open(view, total)}>
        {t('export')}…
      </Button>
      <Button
        icon={<Icon name="print" />}
        disabled={isEmpty}
        onClick={() => navigate(`/print?${queryThrough(saved, view)}`)}
      >
        {t('print')}
      </Button>
    </>
  );
}
