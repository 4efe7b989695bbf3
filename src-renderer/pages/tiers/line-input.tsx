/** One line of the owner's own rule: typed as a number or dragged; a mark stays where it is now. */

import { InputNumber, Slider } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

export interface LineInputProps {
  /** 近, 勤 or 多. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly value: number;
  /** Where the line is kept; null: it is not in use now. */
  readonly saved: number | null;
  readonly least?: number;
  /** The slider's end; a number typed may go beyond. */
  readonly reach: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
}

export function LineInput({ name, before, after, value, saved, least = 0, reach, step, onChange }: LineInputProps) {
  const { t } = useTranslation('tiers');
  const common = useTranslation('common').t;
  const id = useId();
  const end = Math.max(reach, value, saved ?? 0);
  const change = (next: number | null): void => {
    if (next !== null && Number.isFinite(next)) onChange(Math.max(least, next));
  };
  const stands = saved === null ? '' : saved === value ? t('own.same') : t('own.nowAt', { value: saved });
  return (
    <div className="line-input">
      <div>
        <b>{name}</b>
        <label className="dim" htmlFor={id}>
          {before}
        </label>
        <InputNumber
          id={id}
          size="small"
          controls={false}
          min={least}
          max={9_999_999}
          value={value}
          onChange={change}
        />
        <span className="dim">
          {after}
          {stands}
        </span>
      </div>
      <Slider
        min={least}
        max={end}
        step={step}
        value={value}
        included={false}
        tooltip={{ open: false }}
        ariaLabelForHandle={[name, before].join(common('comma'))}
        {...(saved === null ? {} : { marks: { [saved]: ' ' } })}
        onChange={change}
      />
    </div>
  );
}
