/** The columns the owner matched by hand: files with the same header are read so without asking. Each can be forgotten. */

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { mappableFields } from '../../../src-shared/contract/imports.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { useToast } from '../../parts/toast.tsx';

export function MappingsSection() {
  const { t } = useTranslation('settings');
  const { t: history } = useTranslation('history');
  const { t: fields } = useTranslation('fields');
  const toast = useToast();
  const { data } = useCall('mappings.list', {});
  const { act: forget } = useAct('mappings.forget');
  if (data === undefined) return null;
  if (data.mappings.length === 0) return <EmptyNote>{t('noMappings')}</EmptyNote>;
  const drop = async (id: number, name: string): Promise<void> => {
    if ((await forget({ id })) !== null) toast.done(history('forgotten', { name }));
  };
  return (
    <table className="ledger mappings">
      <thead>
        <tr>
          <th>{t('mappingFile')}</th>
          <th>{t('mappingFields')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {data.mappings.map(({ id, name, header, mapping }) => {
          const known = mappableFields.filter((field) => mapping.columns[field] !== undefined);
          const words = known.map((field) => fields(field)).join(t('comma'));
          return (
            <tr key={id}>
              <td title={header.join(t('comma'))}>{name}</td>
              <td className="dim" title={words}>
                {words}
              </td>
              <td className="n">
                <Button size="small" onClick={() => void drop(id, name)}>
                  {history('forget')}
                </Button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
