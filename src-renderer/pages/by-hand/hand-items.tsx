/** What was bought, line by line, and the money: paid, what the lines come to unless told otherwise, and what went back. */

import { Button, Checkbox, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { decimalsOf } from '../../../src-shared/money.ts';
import { Icon } from '../../parts/icon.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { blankItem, type HandDraft, type HandItem, sumOf } from './hand-draft.ts';

export interface HandItemsProps {
  readonly draft: HandDraft;
  readonly currency: string;
  readonly onChange: (fields: Partial<HandDraft>) => void;
}

export function HandItems({ draft, currency, onChange }: HandItemsProps) {
  const { t } = useTranslation('byHand');
  const { items } = draft;
  const put = (item: HandItem): void =>
    onChange({ items: items.map((known) => (known.id === item.id ? item : known)) });
  const sum = sumOf(draft, currency);
  return (
    <>
      <ul className="hand-items">
        {items.map((item, index) => (
          <ItemLine
            key={item.id}
            item={item}
            place={index + 1}
            decimals={decimalsOf(currency)}
            onItem={put}
            onRemove={
              items.length === 1 ? null : () => onChange({ items: items.filter((known) => known.id !== item.id) })
            }
          />
        ))}
      </ul>
      <p className="between">
        <Button
          size="small"
          onClick={() => onChange({ items: [...items, blankItem(Math.max(...items.map(({ id }) => id)) + 1)] })}
        >
          {t('addItem')}
        </Button>
        <span>
          {t('sum')} <MoneyText amount={sum} currency={currency} />
        </span>
      </p>
      <div className="hand-money">
        <Checkbox checked={draft.isPaid} onChange={(event) => onChange({ isPaid: event.target.checked })}>
          {t('isPaid')}
        </Checkbox>
        <AmountField
          label={t('paid')}
          hint={(sum / 10 ** decimalsOf(currency)).toFixed(decimalsOf(currency))}
          decimals={decimalsOf(currency)}
          value={draft.paid}
          isOff={!draft.isPaid}
          onValue={(paid) => onChange({ paid })}
        />
        <AmountField
          label={t('refund')}
          hint="0"
          decimals={decimalsOf(currency)}
          value={draft.refund}
          isOff={!draft.isPaid}
          onValue={(refund) => onChange({ refund })}
        />
      </div>
    </>
  );
}

interface AmountFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly decimals: number;
  readonly value: number | null;
  readonly isOff?: boolean;
  readonly onValue: (value: number | null) => void;
}

function AmountField({ label, hint, decimals, value, isOff = false, onValue }: AmountFieldProps) {
  return (
    <span className="hand-amount">
      <span aria-hidden="true">{label}</span>
      <InputNumber
        aria-label={label}
        placeholder={hint}
        controls={false}
        disabled={isOff}
        min={0}
        max={99_999_999}
        precision={decimals}
        value={value}
        onChange={onValue}
      />
    </span>
  );
}

interface ItemLineProps {
  readonly item: HandItem;
  readonly place: number;
  readonly decimals: number;
  readonly onItem: (item: HandItem) => void;
  readonly onRemove: (() => void) | null;
}

function ItemLine({ item, place, decimals, onItem, onRemove }: ItemLineProps) {
  const { t } = useTranslation('byHand');
  return (
    <li>
      <Input
        aria-label={t('itemTitle', { place })}
        placeholder={t('itemHint')}
        maxLength={200}
        value={item.title}
        onChange={(event) => onItem({ ...item, title: event.target.value })}
      />
      <InputNumber
        aria-label={t('itemQuantity', { place })}
        min={1}
        max={100_000}
        precision={0}
        value={item.quantity}
        onChange={(quantity) => onItem({ ...item, quantity: quantity ?? 1 })}
      />
      <InputNumber
        aria-label={t('itemPrice', { place })}
        placeholder={t('price')}
        controls={false}
        min={0}
        max={99_999_999}
        precision={decimals}
        value={item.price}
        onChange={(price) => onItem({ ...item, price })}
      />
      <button
        type="button"
        className="plain dim"
        disabled={onRemove === null}
        aria-label={t('dropItem', { place })}
        onClick={() => onRemove?.()}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}
