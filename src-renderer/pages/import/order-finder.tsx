/** For a row whose number is spoilt: orders of the ledger it may be of. The owner picks one, or none of them. */

import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../link/use-call.ts';
import { CandidateList } from '../../parts/candidate-list.tsx';
import type { RowPlace } from './row-editor.tsx';

export interface OrderFinderProps {
  readonly place: RowPlace;
  readonly found: string;
  readonly onClose: () => void;
  readonly onFix: (cells: ReadonlyMap<number, string | null>) => void;
}

export function OrderFinder({ place, found, onClose, onFix }: OrderFinderProps) {
  const { t } = useTranslation('repairs');
  const { column: _, ...at } = place;
  const { data } = useCall('imports.candidates', at, { keep: false });
  return (
    <Modal
      open
      onCancel={onClose}
      title={t('findTitle', { row: place.row })}
      footer={<Button onClick={onClose}>{t('noneOfThem')}</Button>}
      width="96rem"
      destroyOnHidden
      focusable={{ trap: true }}
    >
      <p className="dim">{t('findSay', { found })}</p>
      {data === undefined ? null : (
        <CandidateList
          candidates={data.candidates}
          onPick={({ orderNumber }) => {
            if (data.column !== null) onFix(new Map([[data.column, orderNumber]]));
            onClose();
          }}
        />
      )}
    </Modal>
  );
}
