/** The strategies of a plan in their order: which go, how many people each takes, and the keys and buttons that move them. */

import { Checkbox } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import type { PlanStep } from '../../../src-shared/contract/plans.ts';

export interface StepsTableProps {
  readonly look: ResultOf<'plans.look'>;
  /** Ticked, whether there is anybody to contact or not. */
  readonly chosen: readonly number[];
  readonly onChoose: (chosen: readonly number[]) => void;
  /** All of them in their new order. */
  readonly onMove: (strategies: number[]) => void;
}

const figures = ['people', 'taken', 'guarded', 'contacted', 'held'] as const;

export function StepsTable({ look, chosen, onChoose, onMove }: StepsTableProps) {
  const { t } = useTranslation('plans');
  const moved = useRef<number | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const order = look.steps.map(({ strategy }) => strategy).join();
  // The row that was moved keeps the focus, so that it can be moved on.
  useEffect(() => {
    if (moved.current === null || order === '') return;
    body.current?.querySelector<HTMLElement>(`[data-strategy="${moved.current}"] a`)?.focus();
    moved.current = null;
  }, [order]);
  const move = (at: number, step: number): void => {
    const strategies = look.steps.map(({ strategy }) => strategy);
    const [one] = strategies.splice(at, 1);
    if (one === undefined || at + step < 0 || at + step > strategies.length) return;
    strategies.splice(at + step, 0, one);
    moved.current = one;
    onMove(strategies);
  };
  return (
    <table className="ledger steps" aria-label={t('look.table')}>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('look.strategy')}</th>
          <th scope="col">{t('look.turn')}</th>
          {figures.map((one) => (
            <th key={one} scope="col" className="n" title={one === 'taken' ? t('look.takenSay') : undefined}>
              {t(`look.${one}`)}
            </th>
          ))}
          <th scope="col" className="n">
            {t('look.place')}
          </th>
        </tr>
      </thead>
      <tbody ref={body}>
        {look.steps.map((step, at) => (
          <StepRow
            key={step.strategy}
            step={step}
            isChosen={chosen.includes(step.strategy)}
            onChoose={(goes) =>
              onChoose(goes ? [...chosen, step.strategy] : chosen.filter((one) => one !== step.strategy))
            }
            isFirst={at === 0}
            isLast={at === look.steps.length - 1}
            onMove={(by) => move(at, by)}
          />
        ))}
      </tbody>
      <tfoot>
        <tr className="sum">
          <td />
          <td colSpan={4}>{t('look.total')}</td>
          <td className="n">{look.guarded.people.toLocaleString('en')}</td>
          <td className="n">{look.contacted.toLocaleString('en')}</td>
          <td className="n">{look.held.toLocaleString('en')}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

interface StepRowProps {
  readonly step: PlanStep;
  readonly isChosen: boolean;
  readonly onChoose: (goes: boolean) => void;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: number) => void;
}

function StepRow({ step, isChosen, onChoose, isFirst, isLast, onMove }: StepRowProps) {
  const { t } = useTranslation('plans');
  const { strategy, name, turn } = step;
  const answerKey = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!event.altKey || by === 0) return;
    event.preventDefault();
    if (by < 0 ? !isFirst : !isLast) onMove(by);
  };
  return (
    <tr data-strategy={strategy} className={step.goes ? undefined : 'idle'} onKeyDown={answerKey}>
      <td>
        <Checkbox
          aria-label={t('look.goes', { name })}
          checked={isChosen && turn !== 'running'}
          disabled={turn === 'running'}
          onChange={({ target }) => onChoose(target.checked)}
        />
      </td>
      <td>
        <Link href={`/strategies/${strategy}`}>{name}</Link>
      </td>
      <td>
        <Turn step={step} isChosen={isChosen} />
      </td>
      {figures.map((one) => (
        <td key={one} className="n">
          {step[one].toLocaleString('en')}
        </td>
      ))}
      <td className="n step-move">
        <button
          type="button"
          className="plain link"
          aria-label={t('look.up', { name })}
          disabled={isFirst}
          onClick={() => onMove(-1)}
        >
          ↑
        </button>
        <button
          type="button"
          className="plain link"
          aria-label={t('look.down', { name })}
          disabled={isLast}
          onClick={() => onMove(1)}
        >
          ↓
        </button>
      </td>
    </tr>
  );
}

/** Whether it is its turn; of one that is ticked for nothing, why. */
function Turn({ step, isChosen }: { readonly step: PlanStep; readonly isChosen: boolean }) {
  const { t } = useTranslation('plans');
  const { turn, lastOn, againOn, until, contacted } = step;
  if (turn === 'running') return <span className="dim">{t('look.running', { until: until ?? '' })}</span>;
  const last = lastOn === null ? t('look.first') : t('look.last', { on: lastOn });
  return (
    <>
      {turn === 'due' ? <b>{t('look.due')}</b> : t('look.waits', { on: againOn ?? '' })}{' '}
      <span className="dim sm">{last}</span>
      {isChosen && contacted === 0 && <span className="warn sm"> {t('look.nobody')}</span>}
    </>
  );
}
