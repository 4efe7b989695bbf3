/** Who is to be called, best first, and what came of the calls of today. */

import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Due, outcomes } from '../../../src-shared/contract/follow-ups.ts';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import { TierBars } from '../../parts/tier-badge.tsx';
import { useReasonLine } from '../today/reason-words.ts';

type Done = ResultOf<'followUps.today'>['done'][number];

export interface CallListProps {
  readonly people: readonly Due[];
  readonly here: number;
  readonly onHere: (at: number) => void;
  /** So many are reached otherwise. */
  readonly others: number;
  readonly called: readonly Done[];
}

export function CallList({ people, here, onHere, others, called }: CallListProps) {
  const { t } = useTranslation('calls');
  const { t: today } = useTranslation('today');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus
    <section className="today-list call-list" tabIndex={0} aria-label={t('list')}>
      <Called called={called} />
      <table className="ledger due-table call-table">
        <thead>
          <tr>
            <td />
            <th scope="col">{today('heads.customer')}</th>
            <th scope="col">{today('heads.why')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((due, at) => (
            <Row key={due.origin} due={due} at={at} isHere={at === here} onHere={() => onHere(at)} />
          ))}
        </tbody>
      </table>
      {others > 0 && <p className="dim sm call-others">{t('others', { count: others })}</p>}
    </section>
  );
}

function Called({ called }: Pick<CallListProps, 'called'>) {
  const { t } = useTranslation('calls');
  const { t: today } = useTranslation('today');
  const { t: common } = useTranslation('common');
  const counts = outcomes.flatMap((outcome) => {
    const count = called.filter(({ done }) => done.outcome === outcome).length;
    return count === 0 ? [] : [`${today(`outcomes.${outcome}`)} ${count}`];
  });
  return (
    <p className="dim call-called" role="status">
      {called.length === 0 ? t('calledNone') : [t('called', { count: called.length }), ...counts].join(common('comma'))}
    </p>
  );
}

interface RowProps {
  readonly due: Due;
  readonly at: number;
  readonly isHere: boolean;
  readonly onHere: () => void;
}

function Row({ due, at, isHere, onHere }: RowProps) {
  const { why } = useReasonLine()(due.reason, due.note);
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isHere) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isHere]);
  return (
    <tr ref={row} className={isHere ? 'here' : undefined} aria-current={isHere ? 'true' : undefined} onClick={onHere}>
      <td className="n faint">{at + 1}</td>
      <td className="due-name">
        {due.tier !== null && <TierBars tier={due.tier} />}{' '}
        <button type="button" className="plain" onFocus={onHere}>
          {due.name}
        </button>
      </td>
      <td className="due-why">{why}</td>
    </tr>
  );
}
