/** Which row of how many, in the foot; a click, Ctrl G or a digit asks to which row to go. */

import { InputNumber, Popover } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../parts/count-text.tsx';

export interface RowPlaceProps {
  /** -1: on none. */
  readonly here: number;
  readonly total: number;
  /** What was typed so far; null: nobody asks. */
  readonly asked: string | null;
  readonly onAsk: (typed: string | null) => void;
  readonly onGo: (index: number) => void;
}

export function RowPlace({ here, total, asked, onAsk, onGo }: RowPlaceProps) {
  const { t } = useTranslation('customers');
  return (
    <Popover
      open={asked !== null}
      onOpenChange={(isOpen) => onAsk(isOpen ? '' : null)}
      trigger="click"
      placement="topLeft"
      arrow={false}
      destroyOnHidden
      content={
        <GoTo
          typed={asked ?? ''}
          total={total}
          onGo={(index) => {
            onAsk(null);
            onGo(index);
          }}
          onLeave={() => onAsk(null)}
        />
      }
    >
      <button type="button" className="plain row-place" title={t('goTo.hint')}>
        {here < 0 ? t('goTo.rows') : t('goTo.here', { row: here + 1, total })}
      </button>
    </Popover>
  );
}

interface GoToProps {
  readonly typed: string;
  readonly total: number;
  readonly onGo: (index: number) => void;
  readonly onLeave: () => void;
}

function GoTo({ typed, total, onGo, onLeave }: GoToProps) {
  const { t } = useTranslation('customers');
  const id = useId();
  const [row, setRow] = useState<number | null>(typed === '' ? null : Number(typed));
  const [field, setField] = useState<HTMLInputElement | null>(null);
  useEffect(() => {
    field?.focus();
    // Behind the digit that opened it.
    field?.setSelectionRange(field.value.length, field.value.length);
  }, [field]);
  return (
    <form
      className="go-to"
      data-takes-esc=""
      onSubmit={(event) => {
        event.preventDefault();
        if (row !== null) onGo(Math.min(total, Math.max(1, row)) - 1);
      }}
    >
      <label htmlFor={id}>{t('goTo.label')}</label>
      <InputNumber<number>
        id={id}
        ref={(input) => setField(input?.nativeElement.querySelector('input') ?? null)}
        value={row}
        min={1}
        precision={0}
        controls={false}
        placeholder={`1–${formatCount(total)}`}
        formatter={(value) => (value === undefined ? '' : formatCount(Number(value)))}
        parser={(text) => Number((text ?? '').replace(/\D/g, ''))}
        onChange={setRow}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onLeave();
        }}
      />
      <button type="submit" className="plain link">
        {t('goTo.go')}
      </button>
    </form>
  );
}
