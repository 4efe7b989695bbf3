/** What can be done with the whole list: save it as a file, print it. */

import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import { type ListColumn, listColumns } from '../../../src-shared/contract/lists.ts';
import { useAct } from '../../link/use-call.ts';
import { Icon } from '../../parts/icon.tsx';
import { useToast } from '../../parts/toast.tsx';
import type { ColumnName } from '../../state/columns.ts';
import { type CustomerView, queryOfView } from '../../state/customer-filter.ts';

export interface ListActsProps {
  readonly view: CustomerView;
  readonly basis: TierBasis;
  readonly columns: readonly ColumnName[];
  readonly isEmpty: boolean;
}

type Format = 'csv' | 'xlsx';

export function ListActs({ view, basis, columns, isEmpty }: ListActsProps) {
  const { t } = useTranslation('customers');
  const [, navigate] = useLocation();
  const { save, busy } = useExport({ view, basis, columns });
  const formats: readonly { key: Format; label: string }[] = [
    { key: 'xlsx', label: t('exportXlsx') },
    { key: 'csv', label: t('exportCsv') },
  ];
  return (
    <>
      <Dropdown
        trigger={['click']}
        disabled={isEmpty}
        menu={{
          items: formats.map(({ key, label }) => ({ key, label, onClick: () => void save(key) })),
        }}
      >
        <Button icon={<Icon name="export" />} loading={busy} disabled={isEmpty}>
          {t('export')}
        </Button>
      </Dropdown>
      <Button icon={<Icon name="print" />} disabled={isEmpty} onClick={() => navigate(`/print?${queryOfView(view)}`)}>
        {t('print')}
      </Button>
    </>
  );
}

/** Columns a file can hold, in the order of the list. */
function fileColumns(columns: readonly ColumnName[]): readonly ListColumn[] {
  return columns.flatMap((name) => listColumns.filter((known) => known === name));
}

function useExport({ view, basis, columns }: Omit<ListActsProps, 'isEmpty'>) {
  const { t, i18n } = useTranslation('customers');
  const choose = useAct('shell.chooseTarget');
  const write = useAct('lists.export');
  const reveal = useAct('shell.reveal');
  const toast = useToast();
  const save = async (format: Format): Promise<void> => {
    const chosen = await choose.act({ name: `${t('exportName')}-${basis.on}.${format}` });
    const target = chosen?.target ?? null;
    if (target === null) return;
    const written = await write.act({
      ...view,
      basis,
      columns: [...fileColumns(columns)],
      wholePhones: false,
      language: i18n.language === 'en' ? 'en' : 'zh-CN',
      format,
      target,
    });
    if (written === null) return;
    toast.done(t('exported', { count: written.rows }), {
      label: t('showFile'),
      run: () => void reveal.act({ what: target }),
    });
  };
  return { save, busy: choose.busy || write.busy };
}
