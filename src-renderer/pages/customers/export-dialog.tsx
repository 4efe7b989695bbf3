/** 导出: which columns, phones masked or whole, and what kind of file; then where to. */

import { Modal, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import { fileColumns, type ListColumn, type ListPurpose, listPurposes } from '../../../src-shared/contract/lists.ts';
import { fieldColumn } from '../../../src-shared/custom-field.ts';
import { useAct } from '../../link/use-call.ts';
import { useFields } from '../../link/use-fields.ts';
import { useSettings } from '../../link/use-settings.ts';
import { HeldPeople } from '../../parts/held-people.tsx';
import { useToast } from '../../parts/toast.tsx';
import type { ColumnName } from '../../state/columns.ts';
import type { CustomerView } from '../../state/customer-filter.ts';
import { writable } from './use-copy.ts';

interface Surroundings {
  readonly basis: TierBasis;
  /** Those of the list in view. */
  readonly columns: readonly ColumnName[];
}

/** Who is written to the file. */
interface Subject {
  readonly view: CustomerView;
  readonly count: number;
}

interface Choices {
  readonly columns: 'shown' | 'all';
  readonly phones: 'masked' | 'whole';
  readonly purpose: ListPurpose;
  readonly format: 'xlsx' | 'csv';
}

export interface ExportDialog {
  readonly open: (view: CustomerView, count: number) => void;
  /** To be drawn by the page. */
  readonly dialog: ReactNode;
}

export function useExportDialog(surroundings: Surroundings): ExportDialog {
  const [subject, setSubject] = useState<Subject | null>(null);
  const [choices, setChoices] = useState<Choices>({
    columns: 'shown',
    phones: 'masked',
    purpose: 'contact',
    format: 'xlsx',
  });
  const { save, busy } = useSave(surroundings.basis);
  const fields = useFields() ?? [];
  const own = fileColumns(useSettings().settings?.levels.on === true);
  const every = [...own, ...fields.map(({ field }) => fieldColumn(field))];
  const columns = choices.columns === 'all' ? every : writable(surroundings.columns);
  const write = async (): Promise<void> => {
    if (subject === null) return;
    if (await save(subject.view, columns, choices)) setSubject(null);
  };
  const dialog = (
    <Dialog
      {...{ subject, choices, columns, busy }}
      basis={surroundings.basis}
      shown={writable(surroundings.columns).length}
      all={every.length}
      onChange={(change) => setChoices({ ...choices, ...change })}
      onSave={() => void write()}
      onClose={() => setSubject(null)}
    />
  );
  return { open: (view, count) => setSubject({ view, count }), dialog };
}

interface DialogProps {
  readonly subject: Subject | null;
  readonly choices: Choices;
  readonly basis: TierBasis;
  readonly columns: readonly ListColumn[];
  /** How many columns the list in view has. */
  readonly shown: number;
  /** And how many there are. */
  readonly all: number;
  readonly busy: boolean;
  readonly onChange: (change: Partial<Choices>) => void;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

function Dialog({ subject, choices, basis, columns, shown, all, busy, onChange, onSave, onClose }: DialogProps) {
  const { t } = useTranslation('customers');
  const { t: common } = useTranslation('common');
  const { t: lists } = useTranslation('lists');
  const hasPhones = columns.includes('phone');
  return (
    <Modal
      open={subject !== null}
      title={t('exporting.title', { count: subject?.count ?? 0 })}
      okText={t('exporting.save')}
      cancelText={common('action.cancel')}
      confirmLoading={busy}
      destroyOnHidden
      width="46rem"
      onOk={onSave}
      onCancel={onClose}
    >
      <dl className="facts exporting">
        <Choice
          label={t('exporting.columns')}
          value={choices.columns}
          options={[
            { value: 'shown', label: t('exporting.shown', { count: shown }) },
            { value: 'all', label: t('exporting.all', { count: all }) },
          ]}
          onChange={(value) => onChange({ columns: value })}
        />
        <Choice
          label={t('exporting.phones')}
          value={choices.phones}
          disabled={!hasPhones}
          options={[
            { value: 'masked', label: t('exporting.masked') },
            { value: 'whole', label: t('exporting.whole') },
          ]}
          onChange={(value) => onChange({ phones: value })}
        />
        <Choice
          label={lists('purpose')}
          value={choices.purpose}
          options={listPurposes.map((value) => ({ value, label: lists(`purposes.${value}`) }))}
          onChange={(value) => onChange({ purpose: value })}
        />
        <Choice
          label={t('exporting.format')}
          value={choices.format}
          options={[
            { value: 'xlsx', label: t('exporting.xlsx') },
            { value: 'csv', label: t('exporting.csv') },
          ]}
          onChange={(value) => onChange({ format: value })}
        />
      </dl>
      <p className="faint sm">{lists(`purposeSay.${choices.purpose}`)}</p>
      {subject !== null && <HeldPeople view={subject.view} basis={basis} />}
      <p className="faint sm">{hasPhones ? t('exporting.likelyPhones') : t('exporting.noPhones')}</p>
    </Modal>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly disabled?: boolean;
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, options, disabled = false, onChange }: ChoiceProps<Value>) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <Radio.Group
          aria-label={label}
          disabled={disabled}
          value={value}
          options={[...options]}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen !== undefined) onChange(chosen.value);
          }}
        />
      </dd>
    </>
  );
}

/** Asks where to, writes, and says so. False: nothing was written. */
function useSave(basis: TierBasis) {
  const { t, i18n } = useTranslation('customers');
  const { t: lists } = useTranslation('lists');
  const { t: common } = useTranslation('common');
  const choose = useAct('shell.chooseTarget');
  const write = useAct('lists.export');
  const reveal = useAct('shell.reveal');
  const toast = useToast();
  const save = async (view: CustomerView, columns: readonly ListColumn[], choices: Choices): Promise<boolean> => {
    const { format } = choices;
    const chosen = await choose.act({ name: `${t('exportName')}-${basis.on}.${format}` });
    const target = chosen?.target ?? null;
    if (target === null) return false;
    const written = await write.act({
      ...view,
      basis,
      columns: [...columns],
      wholePhones: choices.phones === 'whole',
      purpose: choices.purpose,
      language: i18n.language === 'en' ? 'en' : 'zh-CN',
      format,
      target,
    });
    if (written === null) return false;
    const said: readonly string[] = [
      t('exported', { count: written.rows }),
      ...(written.held > 0 ? [lists('held.line', { count: written.held })] : []),
    ];
    toast.done(said.join(common('comma')), {
      label: t('showFile'),
      run: () => void reveal.act({ what: target }),
    });
    return true;
  };
  return { save, busy: choose.busy || write.busy };
}
