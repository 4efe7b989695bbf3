/** The columns the owner matched by hand and had remembered; each can be forgotten. */

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { mappableFields } from '../../../src-shared/contract/imports.ts';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { useToast } from '../../parts/toast.tsx';

type OwnMapping = ResultOf<'mappings.list'>['mappings'][number];

export function OwnMappings() {
  const { t } = useTranslation('history');
  const fields = useTranslation('fields').t;
  const toast = useToast();
  const { data } = useCall('mappings.list', {});
  const { act: forget } = useAct('mappings.forget');
  const mappings = data?.mappings ?? [];
  if (mappings.length === 0) return null;
  const drop = async ({ id, name }: OwnMapping): Promise<void> => {
    if ((await forget({ id })) !== null) toast.done(t('forgotten', { name }));
  };
  return (
    <section style={{ marginTop: '2.8rem', maxWidth: '100rem' }}>
      <div className="title-line">
        <h2>{t('mappings')}</h2>
        <span className="dim sm">{t('mappingsSay')}</span>
      </div>
      <table className="ledger">
        <tbody>
          {mappings.map((one) => (
            <tr key={one.id}>
              <td style={{ width: '32rem' }}>{one.name}</td>
              <td className="dim">
                {mappableFields
                  .filter((field) => one.mapping.columns[field] !== undefined)
                  .map((field) => fields(field))
                  .join('、')}
              </td>
              <td className="n" style={{ width: '9rem' }}>
                <Button size="small" onClick={() => void drop(one)}>
                  {t('forget')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
