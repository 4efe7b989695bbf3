/** What somebody bought, or did not: product, days, how often, for how much, where. */

import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bought, orderKinds } from '../../../../src-shared/contract/filters.ts';
import type { LedgerStatus } from '../../../../src-shared/contract/ledger.ts';
import { ChoicesField, CountRange, DaysField, MoneyRange, TestField, WordsField } from './value-fields.tsx';

export interface BoughtFieldsProps {
  readonly bought: Bought;
  readonly shops: LedgerStatus['shops'];
  readonly currency: string;
  readonly onBought: (bought: Bought) => void;
}

type Verb = (typeof orderKinds)[number] | 'never';

const isNever = ({ times }: Bought): boolean => times?.to === 0;

/** The condition without what is left open. */
function tidy({ orders, product, days, shops, times, spent }: Bought): Bought {
  const isOpen = (range: Bought['times'] | Bought['spent']): boolean =>
    range === undefined || (range.from === undefined && range.to === undefined);
  return {
    field: 'bought',
    ...(orders === undefined || orders === 'counted' ? {} : { orders }),
    ...(product === undefined ? {} : { product }),
    ...(days === undefined ? {} : { days }),
    ...(shops === undefined || shops.length === 0 ? {} : { shops }),
    ...(isOpen(times) ? {} : { times }),
    ...(isOpen(spent) ? {} : { spent }),
  };
}

interface VerbFieldProps {
  readonly bought: Bought;
  readonly onChange: (change: Partial<Bought>) => void;
}

/** Bought, never bought, was paid back, or just ordered. */
function VerbField({ bought, onChange }: VerbFieldProps) {
  const { t } = useTranslation('segments');
  const never = isNever(bought);
  return (
    <Select<Verb>
      size="small"
      aria-label={t('bought.verb')}
      value={never ? 'never' : (bought.orders ?? 'counted')}
      options={(['counted', 'never', 'refunded', 'all'] as const).map((value) => ({
        value,
        label: t(`verb.${value}`),
      }))}
      onChange={(verb) =>
        verb === 'never'
          ? onChange({ orders: 'counted', times: { to: 0 }, spent: undefined })
          : onChange({ orders: verb, times: never ? undefined : bought.times })
      }
    />
  );
}

export function BoughtFields({ bought, shops, currency, onBought }: BoughtFieldsProps) {
  const { t } = useTranslation('segments');
  const set = (change: Partial<Bought>): void => onBought(tidy({ ...bought, ...change }));
  const never = isNever(bought);
  const { test = 'contains', texts = [] } = bought.product ?? {};
  const row = (label: string, field: ReactNode): ReactNode => (
    <>
      <span className="dim">{label}</span>
      {field}
    </>
  );
  return (
    <div className="b-facts">
      {row(t('bought.verb'), <VerbField bought={bought} onChange={set} />)}
      {row(
        t('bought.product'),
        <span className="b-product">
          <TestField
            label={t('howTested', { what: t('bought.product') })}
            test={test}
            onTest={(next) =>
              // Of a product the tests are those of words alone.
              next !== 'filled' && next !== 'empty' && set({ product: { test: next, texts } })
            }
          />
          <WordsField
            label={t('bought.product')}
            texts={texts}
            known="product"
            onTexts={(next) => set({ product: next.length === 0 ? undefined : { test, texts: next } })}
          />
        </span>,
      )}
      {row(
        t('bought.days'),
        <DaysField label={t('bought.days')} days={bought.days} mayBeAny onDays={(days) => set({ days })} />,
      )}
      {!never &&
        row(
          t('bought.times'),
          <CountRange
            label={t('bought.times')}
            range={bought.times ?? {}}
            unit={t('orders')}
            onRange={(times) => set({ times })}
          />,
        )}
      {!never &&
        row(
          t('bought.spent'),
          <MoneyRange
            label={t('bought.spent')}
            range={bought.spent ?? {}}
            currency={currency}
            onRange={(spent) => set({ spent })}
          />,
        )}
      {(shops.length > 1 || bought.shops !== undefined) &&
        row(
          t('bought.shops'),
          <ChoicesField
            label={t('bought.shops')}
            chosen={bought.shops ?? []}
            placeholder={t('everyShop')}
            options={shops.map(({ id, name }) => ({ value: id, label: name }))}
            onChosen={(chosen) => set({ shops: chosen })}
          />,
        )}
    </div>
  );
}
