/** What came of a contact, and when the next one is: one key for each outcome, in one small form. */

import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Due, Outcome } from '../../../src-shared/contract/follow-ups.ts';
import { outcomes } from '../../../src-shared/contract/follow-ups.ts';
import { addDays, type Day } from '../../../src-shared/day.ts';
import { DayField } from '../../parts/day-field.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { OverlapNote } from './overlap-note.tsx';

/** What is asked when a result is recorded. */
export interface Recorded {
  readonly outcome: Outcome;
  readonly note: string;
  readonly next: Day | null;
}

export interface DueResultProps {
  readonly due: Due;
  readonly on: Day;
  readonly busy: boolean;
  readonly onRecord: (recorded: Recorded) => void;
  readonly onLater: (day: Day) => void;
  readonly onDrop: () => void;
}

/** When somebody is asked again, unless the owner says otherwise: who did not answer the day after next, who will buy in two weeks. */
const nextAfter: Readonly<Record<Outcome, number | null>> = {
  talked: null,
  noAnswer: 2,
  willBuy: 14,
  ordered: null,
  never: null,
};

/** On a link, or a button that does something of its own, Enter does that; on a name of the list it records. */
function pressesSomething(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target.closest('.due-table') !== null) return false;
  return target.closest('a, button, summary') !== null;
}

export function DueResult({ due, on, busy, onRecord, onLater, onDrop }: DueResultProps) {
  const { t } = useTranslation('today');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [next, setNext] = useState<Day | null>(null);
  const [note, setNote] = useState('');
  const keep = useRef<HTMLButtonElement>(null);
  // Whatever had the keyboard, Enter now records.
  useEffect(() => {
    if (outcome !== null) keep.current?.focus();
  }, [outcome]);
  const choose = (chosen: Outcome): void => {
    setOutcome(chosen);
    const after = nextAfter[chosen];
    setNext(after === null ? null : addDays(on, after));
  };
  const record = (): unknown => {
    if (outcome === null || busy) return false;
    onRecord({ outcome, note, next });
    return true;
  };
  const later = (): void => onLater(next ?? addDays(on, 1));
  useKeys({
    ...Object.fromEntries(outcomes.map((one, at) => [String(at + 1), () => choose(one)])),
    s: later,
    x: onDrop,
    Enter: (event) => (pressesSomething(event.target) ? false : record()),
  });
  return (
    <form
      className="due-result"
      onSubmit={(event) => {
        event.preventDefault();
        record();
      }}
    >
      <fieldset className="due-outcomes">
        <legend>{t('panel.result')}</legend>
        {outcomes.map((one, at) => (
          <Button
            key={one}
            aria-pressed={outcome === one}
            className={outcome === one ? 'chosen' : ''}
            onClick={() => choose(one)}
          >
            <kbd>{at + 1}</kbd> {t(`outcomes.${one}`)}
          </Button>
        ))}
      </fieldset>
      <button type="button" className="plain link due-drop" title="X" onClick={onDrop}>
        {t('panel.drop')}
      </button>
      <div className="due-next">
        <span className="dim">{t('panel.next')}</span>
        <DayField
          aria-label={t('panel.next')}
          value={next}
          placeholder={t('panel.noNext')}
          from={addDays(on, 1)}
          onDay={setNext}
        />
        <Input
          aria-label={t('panel.note')}
          placeholder={t('panel.note')}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <Button title="S" onClick={later}>
          {t('panel.later')}
        </Button>
        <Button ref={keep} type="primary" htmlType="submit" disabled={outcome === null} loading={busy}>
          {t('panel.record')}
        </Button>
      </div>
      {next !== null && <OverlapNote customer={due.customer} day={next} itself={due.origin} />}
    </form>
  );
}
