/** Buyers of the book who might be whoever is being typed: by phone, else by name. */

import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPhone } from '../../../src-shared/phone.ts';
import { useCall } from '../../link/use-call.ts';
import type { HandDraft } from './hand-draft.ts';

const mostOffered = 4;

export interface KnownBuyersProps {
  readonly draft: HandDraft;
  readonly onCustomer: (customer: number | null) => void;
}

export function KnownBuyers({ draft, onCustomer }: KnownBuyersProps) {
  const { t } = useTranslation('byHand');
  const phone = readPhone(draft.phone);
  const name = draft.name.trim();
  const text = phone.kind === 'whole' ? phone.value : name.length >= 2 ? name : draft.handle.trim();
  const { data } = useCall(
    'customers.find',
    { text: text === '' ? '-' : text, limit: mostOffered },
    { enabled: text !== '', keep: false },
  );
  const hits = text === '' ? [] : (data?.hits ?? []);
  if (hits.length === 0) return null;
  return (
    <fieldset className="hand-known">
      <legend>{t('known')}</legend>
      <Radio.Group
        value={draft.customer ?? 0}
        onChange={(event) => onCustomer(event.target.value === 0 ? null : Number(event.target.value))}
      >
        {hits.map(({ id, name: called, orders, lastDay }) => (
          <Radio key={id} value={id}>
            {called} <span className="faint sm">{t('knownSays', { count: orders, day: lastDay ?? '—' })}</span>
          </Radio>
        ))}
        <Radio value={0}>{t('somebodyNew')}</Radio>
      </Radio.Group>
    </fieldset>
  );
}
