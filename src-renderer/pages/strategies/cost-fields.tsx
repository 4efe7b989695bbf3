/** What a strategy costs: of each buyer, of each person contacted, and what it may cost in all. */

import { InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StrategyContent } from '../../../src-shared/contract/strategies.ts';
import { decimalsOf, minorOf } from '../../../src-shared/money.ts';
import { useCall } from '../../link/use-call.ts';

export interface CostFieldsProps {
  readonly content: StrategyContent;
  readonly onChange: (part: Partial<StrategyContent>) => void;
}

export function CostFields({ content, onChange }: CostFieldsProps) {
  const { t } = useTranslation('strategies');
  const { data } = useCall('strategies.list', {});
  const places = decimalsOf(data?.currency ?? 'CNY');
  const money = (name: 'buyerCostMinor' | 'contactCostMinor' | 'budgetMinor', id: string): ReactNode => {
    const minor = content[name];
    return (
      <InputNumber
        id={id}
        min={0}
        precision={places}
        value={minor === null ? null : minor / 10 ** places}
        onChange={(value) => {
          const next = value === null ? null : minorOf(Math.round(value * 10 ** places));
          onChange(name === 'budgetMinor' ? { budgetMinor: next } : { [name]: next ?? minorOf(0) });
        }}
      />
    );
  };
  return (
    <>
      <label htmlFor="s-buyer">{t('form.buyerCost')}</label>
      <span className="cost">
        {money('buyerCostMinor', 's-buyer')} <span className="dim sm">{t('form.buyerCostSay')}</span>
      </span>
      <label htmlFor="s-each">{t('form.contactCost')}</label>
      <span className="cost">
        {money('contactCostMinor', 's-each')} <span className="dim sm">{t('form.contactCostSay')}</span>
      </span>
      <label htmlFor="s-budget">{t('form.budget')}</label>
      {money('budgetMinor', 's-budget')}
    </>
  );
}
