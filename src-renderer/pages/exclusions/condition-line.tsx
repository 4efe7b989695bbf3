/** One condition of a rule: what of the order, how, and which text or amount. */

import { Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { exclusionFields, exclusionTests } from '../../../src-shared/contract/exclusions.ts';
import { decimalsOf } from '../../../src-shared/money.ts';
import { Icon } from '../../parts/icon.tsx';
import type { DraftLine, LineField } from './draft.ts';

export interface ConditionLineProps {
  readonly line: DraftLine;
  readonly isOnly: boolean;
  readonly currency: string;
  readonly onLine: (line: DraftLine) => void;
  readonly onDrop: () => void;
}

export function ConditionLine({ line, isOnly, currency, onLine, onDrop }: ConditionLineProps) {
  const { t } = useTranslation('exclusions');
  const fields: readonly LineField[] = [...exclusionFields, 'amount'];
  return (
    <li className="condition-line">
      <Select
        aria-label={t('whichField')}
        value={line.field}
        popupMatchSelectWidth={false}
        options={fields.map((value) => ({ value, label: t(`field.${value}`) }))}
        onChange={(field) => onLine({ ...line, field })}
      />
      {line.field === 'amount' ? (
        <Amounts line={line} currency={currency} onLine={onLine} />
      ) : (
        <>
          <Select
            aria-label={t('howTested')}
            value={line.test}
            popupMatchSelectWidth={false}
            options={exclusionTests.map((value) => ({ value, label: t(`test.${value}`) }))}
            onChange={(test) => onLine({ ...line, test })}
          />
          <Input
            aria-label={t('whichText')}
            placeholder={t('textHint')}
            maxLength={100}
            value={line.text}
            onChange={({ target }) => onLine({ ...line, text: target.value })}
          />
        </>
      )}
      <button type="button" className="plain dim" aria-label={t('dropCondition')} disabled={isOnly} onClick={onDrop}>
        <Icon name="close" />
      </button>
    </li>
  );
}

function Amounts({ line, currency, onLine }: Pick<ConditionLineProps, 'line' | 'currency' | 'onLine'>) {
  const { t } = useTranslation('exclusions');
  const precision = decimalsOf(currency);
  const unit = 10 ** precision;
  const minor = (value: number | null): number | null => (value === null ? null : Math.round(value * unit));
  return (
    <span className="amounts">
      <InputNumber
        aria-label={t('amountFrom')}
        placeholder={t('amountFrom')}
        min={0}
        precision={precision}
        controls={false}
        value={line.from === null ? null : line.from / unit}
        onChange={(value) => onLine({ ...line, from: minor(value) })}
      />
      –
      <InputNumber
        aria-label={t('amountTo')}
        placeholder={t('amountTo')}
        min={0}
        precision={precision}
        controls={false}
        value={line.to === null ? null : line.to / unit}
        onChange={(value) => onLine({ ...line, to: minor(value) })}
      />
    </span>
  );
}
