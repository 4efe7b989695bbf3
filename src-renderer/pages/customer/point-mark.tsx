/** Says of a phone, an e-mail or an address that it is good no longer, or takes that back. */

import { useTranslation } from 'react-i18next';
import type { Contact } from '../../../src-shared/contract/identities.ts';
import { useAct } from '../../link/use-call.ts';
import { useUndoableToast } from '../../parts/undoable.ts';

export interface PointMarkButtonProps {
  readonly customer: number;
  readonly contact: Contact | undefined;
}

export function PointMarkButton({ customer, contact }: PointMarkButtonProps) {
  const { t } = useTranslation('profile');
  const { act } = useAct('customers.markPoint');
  const undoable = useUndoableToast();
  // What is encrypted cannot be told from others; a relay number ends by itself.
  if (contact === undefined || contact.point === '' || contact.state === 'virtual') return null;
  const { point, mark, value } = contact;
  const next = mark !== null ? null : contact.kind === 'address' ? 'old' : 'wrong';
  const says = t(next === null ? 'points.good' : `points.mark.${next}`);
  const turn = async (): Promise<void> => {
    const done = await act({ customer, point, mark: next });
    if (done !== null) undoable(t(next === null ? 'points.unmarked' : 'points.marked'), done.edit);
  };
  return (
    <button
      type="button"
      className="plain link sm nw point-mark"
      aria-label={`${says} ${value}`}
      onClick={() => void turn()}
    >
      {says}
    </button>
  );
}
