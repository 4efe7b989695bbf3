/** Orders that a damaged row may be of, the likeliest first, with what speaks for each. */

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Candidate } from '../../src-shared/contract/repairs.ts';
import { Icon } from './icon.tsx';
import { MoneyText } from './money-text.tsx';

export interface CandidateListProps {
  readonly candidates: readonly Candidate[];
  readonly isBusy?: boolean;
  readonly onPick: (candidate: Candidate) => void;
}

export function CandidateList({ candidates, isBusy = false, onPick }: CandidateListProps) {
  const { t } = useTranslation('repairs');
  if (candidates.length === 0) return <p className="dim">{t('noCandidates')}</p>;
  return (
    <table className="ledger candidates">
      <thead>
        <tr>
          <th>{t('order')}</th>
          <th>{t('when')}</th>
          <th>{t('buyer')}</th>
          <th className="n">{t('paid')}</th>
          <th>{t('evidence')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {candidates.map((one) => (
          <tr key={one.order}>
            <td className="mono nw">{one.orderNumber}</td>
            <td className="nw">{one.at?.slice(2, 16)}</td>
            <td>{one.buyer}</td>
            <td className="n">
              <MoneyText amount={one.paidMinor} currency={one.currency} />
            </td>
            <td>
              <Evidence evidence={one.evidence} />
            </td>
            <td className="n">
              <Button size="small" disabled={isBusy} onClick={() => onPick(one)}>
                {t('pick')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const marks = { same: 'good', near: 'info', differs: 'noted' } as const;
const tones = { same: 'good', near: 'dim', differs: 'warn' } as const;

function Evidence({ evidence }: Pick<Candidate, 'evidence'>) {
  const { t } = useTranslation('repairs');
  return (
    <span className="evidence">
      {evidence.map(({ about, says }) => (
        <span key={about} className={`st sm nw ${tones[says]}`}>
          <Icon name={marks[says]} />
          {t(`says.${says}`, { what: t(`about.${about}`) })}
        </span>
      ))}
    </span>
  );
}
