/** The rules of the levels, the highest at the top: each with its line, over which time, and how long it holds. */

import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  type Level,
  type LevelMeasure,
  type LevelRules,
  levelMeasures,
  mostLevels,
} from '../../../../src-shared/levels.ts';
import { decimalsOf } from '../../../../src-shared/money.ts';
import { Icon } from '../../../parts/icon.tsx';
import { changed, emptied, isSound, moved, withOneMore, without } from './level-trial.ts';

export interface LevelEditorProps {
  readonly rules: LevelRules;
  readonly isTrial: boolean;
  readonly currency: string;
  readonly onRules: (rules: LevelRules) => void;
}

export function LevelEditor({ rules, isTrial, currency, onRules }: LevelEditorProps) {
  const { t } = useTranslation('levels');
  const add = (): void => {
    const more = withOneMore(rules, t('edit.newName'));
    if (more !== null) onRules(more);
  };
  const fromTop = rules.levels.toReversed();
  return (
    <aside className="side rule-panel level-editor" aria-label={t('edit.title')}>
      <div className="in">
        <h2>{isTrial ? t('edit.titleTrying') : t('edit.title')}</h2>
        <p className="sm dim">{isTrial ? t('edit.sayTrying') : t('edit.say')}</p>
        <Checkbox checked={rules.on} onChange={(event) => onRules({ ...rules, on: event.target.checked })}>
          {t('edit.on')}
        </Checkbox>
        <ol className="level-forms">
          {fromTop.map((level, index) => (
            <LevelForm
              key={level.id}
              level={level}
              isHighest={index === 0}
              isLowest={index === fromTop.length - 1}
              isOnly={fromTop.length === 1}
              currency={currency}
              empties={emptied(rules, level.id).map(({ name }) => name)}
              onChange={(change) => onRules(changed(rules, level.id, change))}
              onMove={(by) => onRules(moved(rules, level.id, by))}
              onDrop={() => onRules(without(rules, level.id))}
            />
          ))}
        </ol>
        {rules.levels.length < mostLevels && (
          <Button icon={<Icon name="plus" />} onClick={add}>
            {t('edit.add')}
          </Button>
        )}
        {!isSound(rules) && (
          <p className="sm warn" role="alert">
            {t('edit.amiss')}
          </p>
        )}
        {isTrial && <p className="sm dim rule-after">{t('edit.after')}</p>}
      </div>
    </aside>
  );
}

interface LevelFormProps {
  readonly level: Level;
  readonly isHighest: boolean;
  readonly isLowest: boolean;
  readonly isOnly: boolean;
  readonly currency: string;
  /** Names of the levels beneath that nobody can have by this line. */
  readonly empties: readonly string[];
  readonly onChange: (change: Partial<Level>) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onDrop: () => void;
}

function LevelForm(props: LevelFormProps) {
  const { level, isHighest, isLowest, isOnly, currency, empties, onChange, onMove, onDrop } = props;
  const { t } = useTranslation('levels');
  const { t: membership } = useTranslation('membership');
  const { name } = level;
  return (
    <li className="level-form">
      <div className="level-name">
        <Input
          size="small"
          maxLength={20}
          aria-label={t('edit.name')}
          value={name}
          status={name.trim() === '' ? 'error' : ''}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <button
          type="button"
          className="plain dim"
          aria-label={t('edit.up', { name })}
          title={t('edit.up', { name })}
          disabled={isHighest}
          onClick={() => onMove(1)}
        >
          <Icon name="up" />
        </button>
        <button
          type="button"
          className="plain dim"
          aria-label={t('edit.down', { name })}
          title={t('edit.down', { name })}
          disabled={isLowest}
          onClick={() => onMove(-1)}
        >
          <Icon name="down" />
        </button>
        <button
          type="button"
          className="plain dim"
          aria-label={t('edit.drop', { name })}
          title={t('edit.drop', { name })}
          disabled={isOnly}
          onClick={onDrop}
        >
          <Icon name="close" />
        </button>
      </div>
      <LevelLine {...{ level, currency, onChange }} isLow={empties.length > 0} />
      <div className="level-spans">
        <MonthsField
          label={t('edit.within')}
          months={level.months}
          say={(months) => (months === null ? t('edit.ever') : t('edit.lastMonths', { months }))}
          onMonths={(months) => onChange({ months })}
        />
        <MonthsField
          label={t('edit.valid')}
          months={level.validMonths}
          say={(months) => (months === null ? t('edit.validEver') : t('edit.validMonths', { months }))}
          onMonths={(validMonths) => onChange({ validMonths })}
        />
      </div>
      {empties.length > 0 && (
        <p className="sm warn" role="status">
          {t('edit.empties', { name, others: empties.join(membership('comma')) })}
        </p>
      )}
    </li>
  );
}

interface LevelLineProps extends Pick<LevelFormProps, 'level' | 'currency' | 'onChange'> {
  /** No higher than a line beneath it. */
  readonly isLow: boolean;
}

/** What it takes: of money in whole units of the currency, or of orders. */
function LevelLine({ level, currency, isLow, onChange }: LevelLineProps) {
  const { t } = useTranslation('levels');
  const unit = 10 ** decimalsOf(currency);
  const { measure, atLeast } = level;
  const isMoney = measure === 'spent';
  const setMeasure = (next: LevelMeasure): void => {
    if (next === measure) return;
    // Ten orders are no ten cents: the number starts anew.
    onChange({ measure: next, atLeast: next === 'spent' ? 500 * unit : 2 });
  };
  return (
    <div className="level-take">
      <Select<LevelMeasure>
        size="small"
        aria-label={t('edit.measure')}
        popupMatchSelectWidth={false}
        value={measure}
        options={levelMeasures.map((value) => ({ value, label: t(`edit.measures.${value}`) }))}
        onChange={setMeasure}
      />
      <InputNumber
        size="small"
        controls={false}
        aria-label={t('edit.atLeast')}
        status={isLow ? 'warning' : ''}
        min={isMoney ? 1 / unit : 1}
        max={9_999_999}
        precision={isMoney ? decimalsOf(currency) : 0}
        value={isMoney ? atLeast / unit : atLeast}
        onChange={(value) => {
          if (value !== null) onChange({ atLeast: Math.max(1, Math.round(isMoney ? value * unit : value)) });
        }}
      />
      <span className="dim">{isMoney ? (currency === 'CNY' ? t('edit.yuan') : currency) : t('edit.orders')}</span>
    </div>
  );
}

const usualMonths = [1, 3, 6, 12, 24, 36] as const;
/** Stands for no end. */
const forever = 0;

interface MonthsFieldProps {
  readonly label: string;
  readonly months: number | null;
  readonly say: (months: number | null) => string;
  readonly onMonths: (months: number | null) => void;
}

function MonthsField({ label, months, say, onMonths }: MonthsFieldProps) {
  const known = months === null || usualMonths.some((one) => one === months);
  const choices = [...usualMonths, ...(known ? [] : [months])].sort((a, b) => a - b);
  return (
    <Select<number>
      size="small"
      aria-label={label}
      popupMatchSelectWidth={false}
      value={months ?? forever}
      options={[...choices.map((value) => ({ value, label: say(value) })), { value: forever, label: say(null) }]}
      onChange={(value) => onMonths(value === forever ? null : value)}
    />
  );
}
