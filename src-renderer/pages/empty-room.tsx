/** A room that has nothing to show before the first import: why, and the one way on. */

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { EmptyNote } from '../parts/empty-note.tsx';
import { PageTitle } from '../parts/page-title.tsx';
import { useFoot } from '../state/foot.ts';

export function EmptyRoom({ room }: { readonly room: 'today' | 'calendar' | 'customers' | 'tiers' | 'reports' }) {
  const { t } = useTranslation('common');
  const { t: importing } = useTranslation('importing');
  const [, navigate] = useLocation();
  useFoot({ right: [importing('keyChoose')] });
  return (
    <>
      <PageTitle title={t(`room.${room}`)} />
      <div className="scroll">
        <EmptyNote
          action={
            <Button type="primary" onClick={() => navigate('/import')}>
              {t('emptyRoomGo')}
            </Button>
          }
        >
          {t(`emptyRoom.${room}`)}
        </EmptyNote>
      </div>
    </>
  );
}
