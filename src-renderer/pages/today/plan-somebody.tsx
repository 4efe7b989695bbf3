/** Plans a follow-up by hand from a day: with whom is chosen in the form. */

import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../../src-shared/day.ts';
import { PersonPicker, type PickedPerson } from '../../parts/person-picker.tsx';
import { PlanForm } from './plan-follow-up.tsx';

export interface PlanSomebodyProps {
  readonly on: Day;
  /** The day the form begins with. */
  readonly day: Day;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function PlanSomebody({ isOpen, ...rest }: PlanSomebodyProps) {
  const { t } = useTranslation('today');
  return (
    <Modal
      open={isOpen}
      onCancel={rest.onClose}
      title={t('plan.open')}
      footer={null}
      destroyOnHidden
      focusable={{ trap: true }}
    >
      <ChosenForm {...rest} />
    </Modal>
  );
}

function ChosenForm({ on, day, onClose }: Omit<PlanSomebodyProps, 'isOpen'>) {
  const { t } = useTranslation('today');
  const [person, setPerson] = useState<PickedPerson | null>(null);
  return (
    <PlanForm customer={person} on={on} first={day} onClose={onClose}>
      <label htmlFor="plan-person">{t('heads.customer')}</label>
      <PersonPicker id="plan-person" label={t('heads.customer')} value={person} onChange={setPerson} />
    </PlanForm>
  );
}
