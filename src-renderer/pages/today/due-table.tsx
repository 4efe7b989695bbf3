/** Who is to be contacted today, best first: arrow keys move, the panel beside follows. */

import { useTranslation } from 'react-i18next';
import type { Due } from '../../../src-shared/contract/follow-ups.ts';
import { roughMoney } from '../../parts/roughly.ts';
import { PersonRow, type PersonRowProps } from './person-row.tsx';
import { useReasonLine } from './reason-words.ts';

export interface DueTableProps {
  readonly due: readonly Due[];
  readonly here: number;
  readonly onHere: (at: number) => void;
  readonly currency: string;
}

export function DueTable({ due, here, onHere, currency }: DueTableProps) {
  const { t } = useTranslation('today');
  // Of nobody is it known: that is not nothing.
  const isKnown = due.some(({ stakeMinor }) => stakeMinor !== null);
  const sum = due.reduce((all, { stakeMinor }) => all + (stakeMinor ?? 0), 0);
  return (
    <table className="ledger due-table">
      <colgroup>
        <col className="due-no" />
        <col className="due-who" />
        <col />
        <col className="due-by" />
        <col className="due-stake" />
      </colgroup>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('heads.customer')}</th>
          <th scope="col" className="due-beneath">
            {t('heads.why')}
          </th>
          <th scope="col" className="due-beneath">
            {t('heads.by')}
          </th>
          <th scope="col" className="n fig" title={t('estimate')}>
            {t('heads.stake')}
          </th>
        </tr>
      </thead>
      <tbody>
        {due.map((one, at) => (
          <DueRow
            key={one.origin}
            due={one}
            at={at}
            isHere={at === here}
            onHere={() => onHere(at)}
            currency={currency}
          />
        ))}
      </tbody>
      <tfoot>
        <tr className="sum">
          <td />
          <td>{t('sum', { count: due.length })}</td>
          <td />
          <td />
          <td className="n fig">{isKnown ? roughMoney(sum, currency) : '—'}</td>
        </tr>
      </tfoot>
    </table>
  );
}

interface DueRowProps extends Pick<PersonRowProps, 'due' | 'at' | 'isHere' | 'onHere'> {
  readonly currency: string;
}

function DueRow({ currency, ...row }: DueRowProps) {
  const { due } = row;
  const { t } = useTranslation('today');
  const line = useReasonLine()(due.reason, due.note);
  return (
    <PersonRow {...row} beside={due.place !== null && <span className="dim"> {due.place}</span>}>
      <td className="due-why" title={[line.why, line.about].filter((part) => part !== '').join(' ')}>
        {line.why}
        {line.about !== '' && <span className="dim"> {line.about}</span>}
      </td>
      <td className="dim due-way">{t(`channels.${due.channel}`)}</td>
      <td className="n fig">
        {due.stakeMinor === null ? (
          <span className="faint" title={t('panel.noWorth')}>
            —
          </span>
        ) : (
          <span title={due.measured === null ? t('estimate') : t('measured')}>
            {due.measured !== null && (
              <small className="due-measured">{t(`measuredMark.${due.measured.verdict}`)} </small>
            )}
            {roughMoney(due.stakeMinor, currency)}
          </span>
        )}
      </td>
    </PersonRow>
  );
}
