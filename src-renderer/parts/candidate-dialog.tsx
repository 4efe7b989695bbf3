/** Which order is a row of that lost its number? Those it may be, the likeliest first, with what speaks for each; the owner decides. */

import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Candidate } from '../../src-shared/contract/repairs.ts';
import { Icon } from './icon.tsx';
import { MoneyText } from './money-text.tsx';

export interface CandidateDialogProps {
  /** Its number in the file. */
  readonly row: number;
  /** What is left of the order's number. */
  readonly found: string;
  /** undefined: still looked for. */
  readonly candidates: readonly Candidate[] | undefined;
  readonly isBusy?: boolean;
  readonly onPick: (candidate: Candidate) => void;
  readonly onClose: () => void;
}

export function CandidateDialog(props: CandidateDialogProps) {
  const { row, found, candidates, isBusy = false, onPick, onClose } = props;
  const { t } = useTranslation('repairs');
  const { t: common } = useTranslation('common');
  const isNone = candidates?.length === 0;
  return (
    <Modal
      open
      onCancel={onClose}
      title={t('findTitle', { row })}
      footer={<Button onClick={onClose}>{isNone ? common('action.close') : t('noneOfThem')}</Button>}
      width={isNone ? '56rem' : '96rem'}
      destroyOnHidden
      focusable={{ trap: true }}
    >
      {candidates !== undefined && (
        <p className="dim">{isNone ? t('noCandidates', { found }) : t('findSay', { found })}</p>
      )}
      {candidates !== undefined && candidates.length > 0 && (
        <CandidateTable candidates={candidates} isBusy={isBusy} onPick={onPick} />
      )}
    </Modal>
  );
}

type CandidateTableProps = Required<Pick<CandidateDialogProps, 'candidates' | 'isBusy' | 'onPick'>>;

function CandidateTable({ candidates, isBusy, onPick }: CandidateTableProps) {
  const { t } = useTranslation('repairs');
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
        {candidates?.map((one) => (
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
