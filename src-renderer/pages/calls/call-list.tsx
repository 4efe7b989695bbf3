/** Who is to be called, best first, and what came of the calls of today. */

import { useTranslation } from 'react-i18next';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import { type Due, outcomes } from '../../../src-shared/contract/follow-ups.ts';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import { countReaches, ReachCounts } from '../../parts/reach-counts.tsx';
import { PersonRow, type PersonRowProps } from '../today/person-row.tsx';
import { useReasonLine } from '../today/reason-words.ts';
import { CallFigures } from './call-figures.tsx';

type Done = ResultOf<'followUps.today'>['done'][number];

export interface CallListProps {
  readonly people: readonly Due[];
  readonly here: number;
  readonly onHere: (at: number) => void;
  /** Everybody of the day: those who are not on this list are reached otherwise. */
  readonly due: readonly Due[];
  readonly called: readonly Done[];
  readonly basis: TierBasis;
}

export function CallList({ people, here, onHere, due: all, called, basis }: CallListProps) {
  const { t } = useTranslation('calls');
  const { t: today } = useTranslation('today');
  const others = all.length - people.length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus
    <section className="today-list call-list" tabIndex={0} aria-label={t('list')}>
      <Called called={called} />
      <table className="ledger due-table call-table">
        <thead>
          <tr>
            <td />
            <th scope="col">{today('heads.customer')}</th>
            <th scope="col" className="due-beneath">
              {today('heads.why')}
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((due, at) => (
            <Row key={due.origin} due={due} at={at} isHere={at === here} onHere={() => onHere(at)} />
          ))}
        </tbody>
      </table>
      {others > 0 && (
        <p className="dim sm call-others">
          {t('others', { count: others })}
          <br />
          <ReachCounts counts={countReaches(all)} />
        </p>
      )}
      <CallFigures basis={basis} />
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

type RowProps = Pick<PersonRowProps, 'due' | 'at' | 'isHere' | 'onHere'>;

function Row(props: RowProps) {
  const { due } = props;
  const { why } = useReasonLine()(due.reason, due.note);
  return (
    <PersonRow {...props}>
      <td className="due-why">{why}</td>
    </PersonRow>
  );
}
