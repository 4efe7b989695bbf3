/** The columns the owner matched by hand and had remembered; each can be changed or forgotten, all of them taken to a file and from one. */

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Mapping, mappableFields } from '../../../src-shared/contract/imports.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { useToast } from '../../parts/toast.tsx';
import { MappingEditor, type OwnMapping } from './mapping-editor.tsx';

export function OwnMappings() {
  const { t } = useTranslation('history');
  const { data } = useCall('mappings.list', {});
  const { drop, keep, busy } = useMappingActs();
  const [edited, setEdited] = useState<OwnMapping | null>(null);
  const mappings = data?.mappings ?? [];
  const change = async (own: OwnMapping, mapping: Mapping): Promise<void> => {
    if (await keep(own, mapping)) setEdited(null);
  };
  return (
    <section className="mappings" style={{ marginTop: '2.8rem' }}>
      <div className="title-line">
        <h2 className="nw">{t('mappings')}</h2>
        <span className="dim sm">{t(mappings.length === 0 ? 'noMappings' : 'mappingsSay')}</span>
        <FileActs isEmpty={mappings.length === 0} />
      </div>
      {mappings.length === 0 ? null : (
        <MappingTable mappings={mappings} isBusy={busy} onDrop={(own) => void drop(own)} onEdit={setEdited} />
      )}
      {edited === null ? null : (
        <MappingEditor
          own={edited}
          isBusy={busy}
          onClose={() => setEdited(null)}
          onKeep={(mapping) => void change(edited, mapping)}
        />
      )}
    </section>
  );
}

interface MappingTableProps {
  readonly mappings: readonly OwnMapping[];
  readonly isBusy: boolean;
  readonly onDrop: (own: OwnMapping) => void;
  readonly onEdit: (own: OwnMapping) => void;
}

function MappingTable({ mappings, isBusy, onDrop, onEdit }: MappingTableProps) {
  const { t } = useTranslation('history');
  const fields = useTranslation('fields').t;
  const comma = useTranslation('importing').t('listComma');
  return (
    <table className="ledger">
      <thead>
        <tr>
          <th className="name">{t('mappingName')}</th>
          <th>{t('mappingFields')}</th>
          <td className="ways" />
        </tr>
      </thead>
      <tbody>
        {mappings.map((one) => (
          <tr key={one.id}>
            <td title={one.header.join(comma)}>{one.name}</td>
            <td className="dim">
              {mappableFields
                .filter((field) => one.mapping.columns[field] !== undefined)
                .map((field) => fields(field))
                .join(comma)}
            </td>
            <td className="n nw buttons">
              <Button size="small" disabled={isBusy} onClick={() => onEdit(one)}>
                {t('edit')}
              </Button>
              <Button size="small" disabled={isBusy} onClick={() => onDrop(one)}>
                {t('forget')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** To a file, and from one. */
function FileActs({ isEmpty }: { readonly isEmpty: boolean }) {
  const { t } = useTranslation('history');
  const toast = useToast();
  const chooseTarget = useAct('shell.chooseTarget');
  const chooseFiles = useAct('shell.chooseFiles');
  const write = useAct('mappings.export');
  const read = useAct('mappings.import');
  const reveal = useAct('shell.reveal');
  const save = async (): Promise<void> => {
    const target = (await chooseTarget.act({ name: `${t('mappingsFile')}.json` }))?.target ?? null;
    if (target === null) return;
    const written = await write.act({ target });
    if (written === null) return;
    const label = t('showFile');
    toast.done(t('mappingsSaved', { count: written.mappings }), {
      label,
      run: () => void reveal.act({ what: target }),
    });
  };
  const load = async (): Promise<void> => {
    const [file] = (await chooseFiles.act({ title: t('loadMappings') }))?.files ?? [];
    if (file === undefined) return;
    const kept = await read.act({ ticket: file.ticket });
    if (kept !== null) toast.done(t('mappingsLoaded', { added: kept.added, replaced: kept.replaced }));
  };
  return (
    <span className="nw buttons">
      {isEmpty ? null : (
        <Button size="small" disabled={write.busy} onClick={() => void save()}>
          {t('saveMappings')}
        </Button>
      )}
      <Button size="small" disabled={read.busy} onClick={() => void load()}>
        {t('loadMappings')}
      </Button>
    </span>
  );
}

/** Each with its way back: what it was is kept again. */
function useMappingActs() {
  const { t } = useTranslation('history');
  const common = useTranslation('common').t;
  const toast = useToast();
  const { act: forget, busy: forgetting } = useAct('mappings.forget');
  const { act: remember, busy: keeping } = useAct('mappings.keep');
  const done = (text: string, { name, header, mapping }: OwnMapping): void =>
    toast.done(text, {
      label: common('action.undo'),
      run: () => void remember({ name, header, mapping }),
    });
  const drop = async (own: OwnMapping): Promise<void> => {
    if ((await forget({ id: own.id })) !== null) done(t('forgotten', { name: own.name }), own);
  };
  const keep = async (own: OwnMapping, mapping: Mapping): Promise<boolean> => {
    if ((await remember({ name: own.name, header: own.header, mapping })) === null) return false;
    done(t('kept', { name: own.name }), own);
    return true;
  };
  return { drop, keep, busy: forgetting || keeping };
}
