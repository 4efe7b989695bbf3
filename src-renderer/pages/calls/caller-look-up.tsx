/** Somebody is calling: the last four digits say who it may be. The field keeps the keyboard; ↑ ↓ choose, Enter opens their page. */

import { type KeyboardEvent as ReactKeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Caller } from '../../../src-shared/contract/callers.ts';
import type { Due } from '../../../src-shared/contract/follow-ups.ts';
import { useCall } from '../../link/use-call.ts';
import { CertaintyMark } from '../../parts/certainty-mark.tsx';
import { DayText } from '../../parts/day-text.tsx';
import { useKeys } from '../../parts/use-keys.ts';

/** Fewer say nothing. */
const fewest = 4;
const mostCallers = 8;

function useCallers(digits: string) {
  const isEnough = digits.length >= fewest;
  const question = { digits: isEnough ? digits : '0000', limit: mostCallers };
  const { data } = useCall('customers.callers', question, { enabled: isEnough, keep: false });
  return {
    isEnough,
    isAsked: data !== undefined,
    callers: isEnough ? (data?.callers ?? []) : [],
    more: data?.more ?? 0,
  };
}

export function CallerLookUp({ due }: { readonly due: readonly Due[] }) {
  const { t } = useTranslation('calls');
  const id = useId();
  const [, navigate] = useLocation();
  const field = useRef<HTMLInputElement>(null);
  const [digits, setDigits] = useState('');
  const [at, setAt] = useState(0);
  const { isEnough, isAsked, callers, more } = useCallers(digits);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other digits start at their first answer
  useEffect(() => setAt(0), [digits]);
  useKeys({ l: () => field.current?.focus() });
  const chosen = callers[Math.min(at, callers.length - 1)];
  const open = ({ customer }: Caller): void => navigate(`/customers/${customer}`);
  const onKeyDown = (event: ReactKeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && callers.length > 0) setAt((at + step + callers.length) % callers.length);
    else if (event.key === 'Enter' && chosen !== undefined) open(chosen);
    else if (event.key === 'Escape') {
      setDigits('');
      field.current?.blur();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const dueOnes = new Set(due.map(({ customer }) => customer));
  return (
    <div className="caller">
      <label htmlFor={`${id}-field`}>
        {t('caller')} <kbd>L</kbd>
      </label>
      <input
        ref={field}
        id={`${id}-field`}
        role="combobox"
        inputMode="numeric"
        autoComplete="off"
        maxLength={13}
        placeholder={t('callerHint')}
        value={digits}
        aria-expanded={isEnough}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        {...(isEnough && chosen !== undefined ? { 'aria-activedescendant': `${id}-${chosen.customer}` } : {})}
        {...(digits === '' ? {} : { 'data-takes-esc': '' })}
        onChange={(event) => setDigits(event.target.value.replace(/\D/g, ''))}
        onKeyDown={onKeyDown}
      />
      {isEnough && (
        <div className="caller-list">
          <div id={`${id}-list`} role="listbox" aria-label={t('callerList')}>
            {callers.map((caller) => (
              <CallerLine
                key={caller.customer}
                id={`${id}-${caller.customer}`}
                caller={caller}
                isChosen={caller === chosen}
                isDue={dueOnes.has(caller.customer)}
                onChoose={() => open(caller)}
              />
            ))}
            {isAsked && callers.length === 0 && (
              <div role="presentation" className="dim caller-none">
                {t('callerNone', { digits })}
              </div>
            )}
          </div>
          {more > 0 && <p className="dim sm caller-none">{t('callerMore', { count: more })}</p>}
        </div>
      )}
    </div>
  );
}

interface CallerLineProps {
  readonly id: string;
  readonly caller: Caller;
  readonly isChosen: boolean;
  readonly isDue: boolean;
  readonly onChoose: () => void;
}

function CallerLine({ id, caller, isChosen, isDue, onChoose }: CallerLineProps) {
  const { t } = useTranslation('calls');
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the keyboard, aria-activedescendant points here
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field answers to Enter
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      className={isChosen ? 'on' : undefined}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <b>{caller.name}</b>
      {caller.certainty === 'likely' && <CertaintyMark certainty="likely" />}
      <span className="dim">{caller.place}</span>
      {isDue && <span className="few">{t('due')}</span>}
      <span className="dim sm caller-end">
        {caller.orders === 0 ? t('never') : t('orders', { count: caller.orders })}{' '}
        {caller.lastDay !== null && <DayText day={caller.lastDay} />}
      </span>
    </div>
  );
}
