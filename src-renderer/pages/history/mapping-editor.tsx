/** A remembered mapping, head by head, to be changed. Files already imported keep the one they were read with. */

import { Button, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import { granularities, type Mapping } from '../../../src-shared/contract/mappings.ts';
import { FieldSelect } from '../import/field-select.tsx';
import { fieldOfColumn, fillsOfColumn, giveColumn, missingFields } from '../import/mapping-draft.ts';

export type OwnMapping = ResultOf<'mappings.list'>['mappings'][number];

export interface MappingEditorProps {
  readonly own: OwnMapping;
  readonly isBusy: boolean;
  readonly onKeep: (mapping: Mapping) => void;
  readonly onClose: () => void;
}

const dateOrders = ['ymd', 'mdy', 'dmy'] as const;

export function MappingEditor({ own, isBusy, onKeep, onClose }: MappingEditorProps) {
  const { t } = useTranslation('history');
  const importing = useTranslation('importing').t;
  const common = useTranslation('common').t;
  const [draft, setDraft] = useState<Mapping>(own.mapping);
  const isWhole = missingFields(draft).length === 0;
  return (
    <Modal
      open
      onCancel={onClose}
      title={t('mappingOf', { name: own.name })}
      width="64rem"
      destroyOnHidden
      focusable={{ trap: true }}
      footer={
        <>
          <Button onClick={onClose}>{common('action.cancel')}</Button>
          <Button type="primary" disabled={!isWhole || isBusy} onClick={() => onKeep(draft)}>
            {t('keep')}
          </Button>
        </>
      }
    >
      <p className="dim">{t('mappingSay')}</p>
      <div className="mapping-ways">
        <span className="dim">{importing('mapGranularity')}</span>
        <Select
          size="small"
          aria-label={importing('mapGranularity')}
          value={draft.granularity}
          onChange={(granularity) => setDraft({ ...draft, granularity })}
          options={granularities.map((value) => ({ value, label: importing(`granularity.${value}`) }))}
        />
        <span className="dim">{importing('mapDates')}</span>
        <Select
          size="small"
          aria-label={importing('mapDates')}
          value={draft.dateOrder}
          onChange={(dateOrder) => setDraft({ ...draft, dateOrder })}
          options={dateOrders.map((value) => ({ value, label: importing(`dates.${value}`) }))}
        />
      </div>
      <div className="fix-sheet">
        <table className="ledger">
          <thead>
            <tr>
              <th>{t('columnOfFile')}</th>
              <th>{importing('readAs')}</th>
            </tr>
          </thead>
          <tbody>
            {own.header.map((head, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; heads may repeat
              <tr key={column}>
                <td>{head}</td>
                <td>
                  <FieldSelect
                    field={fieldOfColumn(draft, column) ?? fillsOfColumn(draft, column)}
                    label={head}
                    onField={(field) => setDraft(giveColumn(draft, column, field))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Modal>
  );
}
