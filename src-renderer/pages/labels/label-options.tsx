/** Which sheet, from which label on, what stands on it, and how the printer is made up for. Beside the preview, and kept for the next time. */

import { Button, Checkbox, InputNumber, Segmented, Select } from 'antd';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  a4,
  drawn,
  isOnSheet,
  type LabelGrid,
  labelGridNames,
  labelGrids,
  labelsOn,
  type Measurement,
} from '../../../src-shared/label-sheet.ts';
import { LengthFields } from './length-fields.tsx';
import { gridOf, type LabelChoices } from './use-labels.ts';

export interface LabelOptionsProps {
  readonly choices: LabelChoices;
  readonly onChange: (change: Partial<LabelChoices>) => void;
  /** Counted from 1. */
  readonly start: number;
  readonly onStart: (start: number) => void;
  readonly startField: RefObject<HTMLInputElement | null>;
  readonly onCalibrationPage: () => void;
  readonly busy: boolean;
  /** Things to know about these labels before they are printed. */
  readonly notes: readonly string[];
}

const pointSizes = [8, 9, 10, 11, 12] as const;

export function LabelOptions(props: LabelOptionsProps) {
  const { choices, onChange, start, onStart, startField, notes } = props;
  const { t } = useTranslation('labels');
  const most = labelsOn(gridOf(choices));
  const named = labelGridNames.map((value) => {
    const { widthMm, heightMm } = labelGrids[value];
    return { value, label: t('grid', { count: Number(value), width: widthMm, height: heightMm }) };
  });
  return (
    <aside className="print-options label-options" aria-label={t('options')}>
      <h2>{t('sheet')}</h2>
      <div className="between">
        <Select<LabelChoices['labelGrid']>
          aria-label={t('sheet')}
          value={choices.labelGrid}
          options={[...named, { value: 'own', label: t('own') }]}
          onChange={(labelGrid) =>
            onChange(labelGrid === 'own' ? { labelGrid, ownLabelGrid: gridOf(choices) } : { labelGrid })
          }
        />
      </div>
      {choices.labelGrid === 'own' && (
        <OwnGrid grid={choices.ownLabelGrid} onGrid={(ownLabelGrid) => onChange({ ownLabelGrid })} />
      )}
      <h2>{t('start')}</h2>
      <div className="between">
        <InputNumber<number>
          ref={(field) => {
            startField.current = field?.nativeElement.querySelector('input') ?? null;
          }}
          aria-label={t('start')}
          min={1}
          max={most}
          precision={0}
          value={Math.min(start, most)}
          onChange={(value) => onStart(value ?? 1)}
        />
      </div>
      <p className="faint sm">{t('startSay')}</p>
      <h2>{t('text')}</h2>
      <div className="between">
        <span className="dim">{t('points')}</span>
        <Segmented
          size="small"
          aria-label={t('points')}
          value={choices.labelPoints}
          options={[...pointSizes]}
          onChange={(labelPoints) => onChange({ labelPoints })}
        />
      </div>
      <div className="between">
        <Checkbox checked={choices.labelPhones} onChange={({ target }) => onChange({ labelPhones: target.checked })}>
          {t('phones')}
        </Checkbox>
        <Checkbox
          checked={choices.labelOutlines}
          onChange={({ target }) => onChange({ labelOutlines: target.checked })}
        >
          {t('outlines')}
        </Checkbox>
      </div>
      {notes.length > 0 && <h2>{t('toKnow')}</h2>}
      <ul className="print-notes dim sm">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <Calibration {...props} />
    </aside>
  );
}

/** Measures that do not fit on the sheet are not taken, and said. */
function OwnGrid({ grid, onGrid }: { readonly grid: LabelGrid; readonly onGrid: (grid: LabelGrid) => void }) {
  const { t } = useTranslation('labels');
  const [tried, setTried] = useState<LabelGrid | null>(null);
  const shown = tried ?? grid;
  const length = (name: keyof LabelGrid, least: number, most: number, isCount = false) => ({
    name,
    label: t(`ownGrid.${name}`),
    least,
    most,
    isCount,
  });
  const take = (next: LabelGrid): void => {
    const fits = isOnSheet(next, a4);
    setTried(fits ? null : next);
    if (fits) onGrid(next);
  };
  const span = (count: number, each: number, edge: number, gap: number): string =>
    (edge + count * each + (count - 1) * gap).toFixed(1);
  return (
    <>
      <LengthFields
        fields={[
          length('columns', 1, 20, true),
          length('rows', 1, 40, true),
          length('widthMm', 10, a4.widthMm),
          length('heightMm', 5, a4.heightMm),
          length('leftMm', 0, a4.widthMm),
          length('topMm', 0, a4.heightMm),
          length('gapXMm', 0, 100),
          length('gapYMm', 0, 100),
        ]}
        values={shown}
        onChange={(name, value) => take({ ...shown, [name]: value })}
      />
      {tried !== null && (
        <p className="stop sm" role="alert">
          {t('offSheet', {
            width: span(tried.columns, tried.widthMm, tried.leftMm, tried.gapXMm),
            height: span(tried.rows, tried.heightMm, tried.topMm, tried.gapYMm),
          })}
        </p>
      )}
    </>
  );
}

function Calibration({ choices, onChange, onCalibrationPage, busy }: LabelOptionsProps) {
  const { t } = useTranslation('labels');
  const { labelMeasured } = choices;
  const measure = (name: keyof Measurement, around: number) => ({
    name,
    label: t(`measured.${name}`),
    least: Math.max(0, drawn[name] - around),
    most: drawn[name] + around,
  });
  const isCorrected = Object.entries(drawn).some(
    ([name, length]) => labelMeasured[name as keyof Measurement] !== length,
  );
  return (
    <>
      <h2>{t('calibrate')}</h2>
      <p className="faint sm">{t('calibrateSay')}</p>
      <div className="between">
        <Button size="small" disabled={busy} onClick={onCalibrationPage}>
          {t('calibrationPage')}
        </Button>
        {isCorrected && (
          <button type="button" className="plain link sm" onClick={() => onChange({ labelMeasured: drawn })}>
            {t('resetMeasured')}
          </button>
        )}
      </div>
      <LengthFields
        fields={[measure('acrossMm', 10), measure('downMm', 10), measure('crossXMm', 20), measure('crossYMm', 20)]}
        values={labelMeasured}
        onChange={(name, value) => onChange({ labelMeasured: { ...labelMeasured, [name]: value } })}
      />
      {isCorrected && <p className="faint sm">{t('corrected')}</p>}
    </>
  );
}
