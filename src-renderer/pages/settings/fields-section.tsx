/** The owner's fields: how many customers have a value in each; made, renamed in place, their choices changed, removed. All of it can be taken back. */

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CustomField } from '../../../src-shared/contract/fields.ts';
import { useAct } from '../../link/use-call.ts';
import { useFields } from '../../link/use-fields.ts';
import { CountText } from '../../parts/count-text.tsx';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { FieldDialog } from '../../parts/own-fields/field-dialog.tsx';
import { useUndoableToast } from '../../parts/undoable.ts';
import { queryOfView } from '../../state/customer-filter.ts';
import { NameField } from './name-field.tsx';

export function FieldsSection() {
  const { t } = useTranslation('customFields');
  const fields = useFields();
  const [open, setOpen] = useState<CustomField | 'new' | null>(null);
  if (fields === undefined) return null;
  const add = <Button onClick={() => setOpen('new')}>{t('add')}…</Button>;
  return (
    <>
      {fields.length === 0 ? (
        <EmptyNote action={add}>{t('none')}</EmptyNote>
      ) : (
        <>
          <table className="ledger own-fields-table">
            <thead>
              <tr>
                <th>{t('name')}</th>
                <th>{t('kind')}</th>
                <th className="n">{t('customers')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {fields.map((field) => (
                <FieldLine key={`${field.field}/${field.name}`} field={field} onChange={() => setOpen(field)} />
              ))}
            </tbody>
          </table>
          <p className="own-fields-add">{add}</p>
        </>
      )}
      <FieldDialog field={open} onClose={() => setOpen(null)} />
    </>
  );
}

/** Those with a value in it, as a list. */
function addressOf({ field }: CustomField): string {
  const where = { field: 'custom', custom: field, test: 'filled' } as const;
  return `/customers?${queryOfView({ filter: { where }, sort: { by: 'lastDay', descending: true } })}`;
}

function FieldLine({ field, onChange }: { readonly field: CustomField; readonly onChange: () => void }) {
  const { t } = useTranslation('customFields');
  const { t: settings } = useTranslation('settings');
  const save = useAct('fields.save');
  const remove = useAct('fields.remove');
  const undoable = useUndoableToast();
  const keep = async (name: string): Promise<boolean> => {
    const done = await save.act({ field: field.field, name });
    if (done !== null) undoable(t('changed', { name }), done.edit);
    return done !== null;
  };
  const drop = async (): Promise<void> => {
    const done = await remove.act({ field: field.field });
    if (done !== null) undoable(t('removed', { name: field.name }), done.edit);
  };
  const choices = field.choices.map(({ name }) => name).join(settings('comma'));
  return (
    <tr>
      <td>
        <NameField label={t('nameOf', { name: field.name })} name={field.name} onKeep={keep} />
      </td>
      <td className="dim" title={choices}>
        {t(`type.${field.type}`)}
        {choices !== '' && `${settings('colon')}${choices}`}
      </td>
      <td className="n">
        <Link className="link" href={addressOf(field)}>
          <CountText count={field.customers} />
        </Link>
      </td>
      <td className="n">
        {field.type === 'choice' && (
          <>
            <Button size="small" onClick={onChange}>
              {t('choices')}…
            </Button>{' '}
          </>
        )}
        <Button size="small" disabled={remove.busy} onClick={() => void drop()}>
          {t('remove')}
        </Button>
      </td>
    </tr>
  );
}
