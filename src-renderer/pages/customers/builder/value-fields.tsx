/** What a condition asks for: a figure from–to, days, words, choices. Each says with its label what it belongs to. */

import { DatePicker, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  calendarSpans,
  type Days,
  presenceTests,
  type Range,
  textTests,
  type Wording,
} from '../../../../src-shared/contract/filters.ts';
import type { valueFields } from '../../../../src-shared/contract/segments.ts';
import { dayOf } from '../../../../src-shared/day.ts';
import { decimalsOf, type Minor, minorOf } from '../../../../src-shared/money.ts';
import { useCall } from '../../../link/use-call.ts';
import { useCoinWords } from '../../../parts/coin-words.ts';

interface RangeProps<Value extends number> {
  readonly label: string;
  readonly range: Range<Value>;
  readonly unit?: string;
  readonly onRange: (range: Range<Value>) => void;
}

function withEnd<Value extends number>(range: Range<Value>, end: 'from' | 'to', value: Value | null): Range<Value> {
  const { [end]: _before, ...other } = range;
  return value === null ? other : { ...other, [end]: value };
}

export function CountRange({ label, range, unit = '', onRange }: RangeProps<number>) {
  const { t } = useTranslation('segments');
  const end = (which: 'from' | 'to') => (
    <InputNumber
      size="small"
      controls={false}
      min={0}
      max={999_999_999}
      precision={0}
      placeholder={t('noLimit')}
      aria-label={t(which, { what: label })}
      value={range[which] ?? null}
      onChange={(value) => onRange(withEnd(range, which, value))}
    />
  );
  return (
    <span className="b-range">
      {end('from')}
      <span aria-hidden="true">–</span>
      {end('to')}
      <span className="dim">{unit}</span>
    </span>
  );
}

export function MoneyRange({ label, range, currency, onRange }: RangeProps<Minor> & { readonly currency: string }) {
  const { t } = useTranslation('segments');
  const coin = useCoinWords();
  const precision = decimalsOf(currency);
  const unit = 10 ** precision;
  const end = (which: 'from' | 'to') => {
    const amount = range[which];
    return (
      <InputNumber
        size="small"
        controls={false}
        max={999_999_999}
        precision={precision}
        placeholder={t('noLimit')}
        aria-label={t(which, { what: label })}
        value={amount === undefined ? null : amount / unit}
        onChange={(value) => onRange(withEnd(range, which, value === null ? null : minorOf(Math.round(value * unit))))}
      />
    );
  };
  return (
    <span className="b-range">
      {end('from')}
      <span aria-hidden="true">–</span>
      {end('to')}
      <span className="dim">{coin.unit(currency)}</span>
    </span>
  );
}

const dayKinds = ['ago', ...calendarSpans, 'dates'] as const;
type DayKind = (typeof dayKinds)[number] | 'any';

function kindOf(days: Days | undefined): DayKind {
  if (days === undefined) return 'any';
  if ('daysAgo' in days) return 'ago';
  return 'calendar' in days ? days.calendar : 'dates';
}

function daysOfKind(kind: DayKind): Days | undefined {
  if (kind === 'any') return undefined;
  if (kind === 'ago') return { daysAgo: {} };
  return kind === 'dates' ? {} : { calendar: kind };
}

interface DaysFieldProps {
  readonly label: string;
  readonly days: Days | undefined;
  /** Any day may do. */
  readonly mayBeAny?: boolean;
  readonly onDays: (days: Days | undefined) => void;
}

export function DaysField({ label, days, mayBeAny = false, onDays }: DaysFieldProps) {
  const { t } = useTranslation('segments');
  const kinds: readonly DayKind[] = mayBeAny ? ['any', ...dayKinds] : dayKinds;
  const asDay = (day: string | undefined): Dayjs | null => (day === undefined ? null : dayjs(day));
  return (
    <span className="b-days">
      <Select<DayKind>
        size="small"
        aria-label={label}
        popupMatchSelectWidth={false}
        value={kindOf(days)}
        options={kinds.map((value) => ({ value, label: t(`days.${value}`) }))}
        onChange={(kind) => onDays(daysOfKind(kind))}
      />
      {days !== undefined && 'daysAgo' in days && (
        <CountRange
          label={t('days.ago')}
          range={days.daysAgo}
          unit={t('daysAgo')}
          onRange={(daysAgo) => onDays({ daysAgo })}
        />
      )}
      {days !== undefined && !('daysAgo' in days) && !('calendar' in days) && (
        <DatePicker.RangePicker
          size="small"
          allowEmpty={[true, true]}
          format="YYYY-MM-DD"
          placeholder={[t('firstDay'), t('lastDay')]}
          aria-label={label}
          value={[asDay(days.from), asDay(days.to)]}
          onChange={(picked) => {
            const [from, to] = [picked?.[0], picked?.[1]].map((day) => dayOf(day?.format('YYYY-MM-DD') ?? ''));
            onDays({ ...(from == null ? {} : { from }), ...(to == null ? {} : { to }) });
          }}
        />
      )}
    </span>
  );
}

type Known = (typeof valueFields)[number];

interface WordsProps {
  readonly label: string;
  readonly texts: readonly string[];
  /** The ledger can name values of it; null: they are typed. */
  readonly known: Known | null;
  readonly onTexts: (texts: readonly string[]) => void;
}

/** Typed words, one of which suffices; where the ledger knows the values, they are offered. */
export function WordsField({ label, texts, known, onTexts }: WordsProps) {
  const { t } = useTranslation('segments');
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  useEffect(() => {
    if (asked === null || asked === text) return;
    const timer = setTimeout(() => setAsked(text), 200);
    return () => clearTimeout(timer);
  }, [asked, text]);
  const { data } = useCall(
    'customers.values',
    { field: known ?? 'product', text: (asked ?? '').slice(0, 100), limit: 50 },
    { enabled: known !== null && asked !== null },
  );
  return (
    <Select<string[]>
      size="small"
      mode="tags"
      className="b-words"
      aria-label={label}
      placeholder={t(known === null ? 'typeWords' : 'chooseWords')}
      maxCount={20}
      {...(known === null ? { open: false } : {})}
      suffixIcon={null}
      tokenSeparators={[',', '，', '、', ';', '；']}
      filterOption={false}
      value={[...texts]}
      options={(data?.values ?? []).map(({ text: value, count }) => ({ value, label: value, count }))}
      optionRender={({ label: value, data: { count } }) => (
        <span className="b-value">
          <span className="cut">{value}</span>
          <small className="faint">{count}</small>
        </span>
      )}
      onFocus={() => setAsked((before) => before ?? '')}
      onSearch={setText}
      onChange={(chosen) => {
        setText('');
        onTexts([...new Set(chosen.map((one) => one.trim().slice(0, 100)).filter((one) => one !== ''))]);
      }}
    />
  );
}

type Test = Wording['test'] | (typeof presenceTests)[number];

interface TestProps {
  readonly label: string;
  readonly test: Test;
  readonly hasPresence?: boolean;
  readonly onTest: (test: Test) => void;
}

export function TestField({ label, test, hasPresence = false, onTest }: TestProps) {
  const { t } = useTranslation('segments');
  const tests: readonly Test[] = hasPresence ? [...textTests, ...presenceTests] : textTests;
  return (
    <Select<Test>
      size="small"
      className="b-test"
      aria-label={label}
      popupMatchSelectWidth={false}
      value={test}
      options={tests.map((value) => ({ value, label: t(`test.${value}`) }))}
      onChange={onTest}
    />
  );
}

interface ChoicesProps<Value extends string | number> {
  readonly label: string;
  readonly chosen: readonly Value[];
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly placeholder?: string;
  readonly onChosen: (chosen: Value[]) => void;
}

export function ChoicesField<Value extends string | number>(props: ChoicesProps<Value>) {
  const { t } = useTranslation('segments');
  return (
    <Select<Value[]>
      size="small"
      mode="multiple"
      className="b-words"
      aria-label={props.label}
      placeholder={props.placeholder ?? t('chooseSome')}
      optionFilterProp="label"
      value={[...props.chosen]}
      options={[...props.options]}
      onChange={(chosen) => props.onChosen(chosen)}
    />
  );
}
