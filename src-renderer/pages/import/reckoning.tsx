/** The line of accounts: files and how they are read, orders by what would happen to them, money and whether it adds up. */

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchReport, Claim, Finding } from '../../../src-shared/contract/imports.ts';
import { figureOf, type ImportAmount, type ImportFigure } from '../../../src-shared/import-figure.ts';
import { marketplaceNames } from '../../../src-shared/marketplace.ts';
import { formatMinor, minorOf, subtractMinor, zeroMinor } from '../../../src-shared/money.ts';
import { useCoinWords } from '../../parts/coin-words.ts';
import { CountText } from '../../parts/count-text.tsx';
import { Figure } from '../../parts/figure.tsx';
import { Icon } from '../../parts/icon.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { useImportState } from '../../state/import.ts';
import { useClaimText } from './claim-lines.tsx';
import { OwnFilled } from './own-filled.tsx';

export interface ReckoningProps {
  readonly batch: BatchReport;
  readonly findings: readonly Finding[];
  readonly onMap: (ticket: string) => void;
  readonly onTakeOut: (ticket: string) => void;
  /** Asked which orders a figure is made of. */
  readonly onAsk: (figure: ImportFigure) => void;
}

export function Reckoning({ batch, findings, onMap, onTakeOut, onAsk }: ReckoningProps) {
  return (
    <div className="imp-reckon">
      <FilesRead batch={batch} findings={findings} onMap={onMap} onTakeOut={onTakeOut} />
      <OrderCounts batch={batch} onAsk={onAsk} />
      <MoneyCounts batch={batch} onAsk={onAsk} />
    </div>
  );
}

/** More are counted; the whole list shows on hover. */
const shownFiles = 3;

function FilesRead({ batch, findings, onMap, onTakeOut }: Omit<ReckoningProps, 'onAsk'>) {
  const { t, i18n } = useTranslation('importing');
  const { t: common } = useTranslation('common');
  const marketplace = marketplaceNames[batch.marketplace][i18n.language === 'en' ? 'en' : 'zh'];
  const encodings = [...new Set(batch.files.flatMap(({ encoding }) => (encoding === null ? [] : [encoding])))];
  const what = [batch.profile === 'own' ? t('ownMapping') : marketplace, ...encodings.map(encodingName)].join(
    common('comma'),
  );
  const read = [
    t('recognised', { what }),
    ...(batch.files.length > 1 ? [t('joined', { count: batch.files.length })] : []),
    t('shopNamed', { name: batch.shop }),
  ];
  const first = findings.find(({ name }) => name === batch.files[0]?.name);
  return (
    <div className="files">
      {batch.files.slice(0, shownFiles).map(({ name, rows }) => (
        <p key={name} title={name}>
          <Icon name="file" /> {name} <span className="faint">{t('rowsCount', { count: rows })}</span>{' '}
          <TakeOut name={name} findings={findings} onTakeOut={onTakeOut} />
        </p>
      ))}
      <p className="sm dim how-read" title={batch.files.map(({ name }) => name).join('\n')}>
        {batch.files.length > shownFiles ? (
          <span>{t('filesMore', { count: batch.files.length - shownFiles })}</span>
        ) : null}
        <span>{read.join(common('comma'))}</span>
        {first === undefined ? null : (
          <button type="button" className="plain link" onClick={() => onMap(first.ticket)}>
            {t('adjust')}
          </button>
        )}
        <CellsFixed batch={batch} findings={findings} />
      </p>
      <OwnFilled batch={batch} />
    </div>
  );
}

/** How many cells the owner corrected, and the way back. */
function CellsFixed({ batch, findings }: Pick<ReckoningProps, 'batch' | 'findings'>) {
  const { t } = useTranslation('repairs');
  const choices = useImportState((state) => state.choices);
  const choose = useImportState((state) => state.choose);
  if (batch.cellsFixed === undefined) return null;
  const own = findings.filter(({ ticket }) => (choices[ticket]?.fixes?.length ?? 0) > 0);
  return (
    <span>
      {t('cellsFixed', { count: batch.cellsFixed })}{' '}
      {own.length === 0 ? null : (
        <button
          type="button"
          className="plain link"
          onClick={() => {
            for (const { ticket } of own) choose(ticket, { fixes: [] });
          }}
        >
          {t('unfix')}
        </button>
      )}
    </span>
  );
}

/** With one file in hand, 放弃 is the way. */
function TakeOut(props: { readonly name: string } & Pick<ReckoningProps, 'findings' | 'onTakeOut'>) {
  const { t } = useTranslation('importing');
  const finding = props.findings.find(({ name }) => name === props.name);
  if (finding === undefined || props.findings.length < 2) return null;
  return (
    <button
      type="button"
      className="plain faint"
      aria-label={`${t('remove')} ${props.name}`}
      title={t('remove')}
      onClick={() => props.onTakeOut(finding.ticket)}
    >
      <Icon name="close" />
    </button>
  );
}

function encodingName(encoding: string): string {
  return encoding.toUpperCase();
}

type CountsProps = Pick<ReckoningProps, 'batch' | 'onAsk'>;

function OrderCounts({ batch, onAsk }: CountsProps) {
  const { t } = useTranslation('importing');
  return (
    <dl>
      {(['new', 'changed', 'same', 'skipped', 'all'] as const).map((figure) => {
        const count = figureOf(batch, figure) ?? 0;
        return (
          <div key={figure} className={figure === 'all' ? 'total' : ''}>
            <dt>{t(figure)}</dt>
            <dd className={figure === 'skipped' && count > 0 ? 'stop' : ''}>
              <Figure what={t(figure)} onAsk={() => onAsk(figure)}>
                <CountText count={count} />
              </Figure>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** `apart`: what is posted adds up, and something is stopped. `claimed`: the file's own total says otherwise than its rows. */
type Verdict = 'exact' | 'apart' | 'claimed' | 'partly' | 'unequal' | 'nothing';

/** The first total of a file that its rows do not come to. */
function unmetClaim({ claims = [] }: BatchReport): Claim | undefined {
  return claims.find(({ kind, said, found }) => kind === 'sum' && said !== found);
}

/** A refund nobody states is none: then net is what was paid. */
function verdictOf(batch: BatchReport): Verdict {
  const { orders, paidMinor, refundMinor, netMinor, ordersWithoutMoney = 0 } = batch;
  if (orders.new + orders.changed + orders.same === 0) return 'nothing';
  if (ordersWithoutMoney > 0 || paidMinor === null || netMinor === null) return 'partly';
  if (subtractMinor(paidMinor, refundMinor ?? zeroMinor) !== netMinor) return 'unequal';
  if (unmetClaim(batch) !== undefined) return 'claimed';
  return orders.skipped > 0 ? 'apart' : 'exact';
}

const verdictLooks = {
  exact: { tone: 'good', icon: 'good' },
  apart: { tone: 'good', icon: 'good' },
  claimed: { tone: 'warn', icon: 'noted' },
  partly: { tone: 'dim', icon: 'info' },
  unequal: { tone: 'dim', icon: 'info' },
  nothing: { tone: 'dim', icon: 'info' },
} as const;

function VerdictText({ batch, onAsk }: CountsProps) {
  const { t } = useTranslation('importing');
  const textOf = useClaimText(batch.currency);
  const verdict = verdictOf(batch);
  const claim = verdict === 'claimed' ? unmetClaim(batch) : undefined;
  const { tone, icon } = verdictLooks[verdict];
  const words = (): ReactNode => {
    if (claim !== undefined) {
      const difference = formatMinor(minorOf(Math.abs(claim.said - claim.found)), batch.currency);
      return t('claimed', { difference });
    }
    if (verdict === 'partly')
      return (
        <Figure onAsk={() => onAsk('withoutMoney')}>{t('partly', { count: batch.ordersWithoutMoney ?? 0 })}</Figure>
      );
    return verdict === 'claimed' ? null : t(verdict);
  };
  return (
    <span className={`st ${tone}`} title={claim === undefined ? undefined : `${claim.file} ${textOf(claim)}`}>
      <Icon name={icon} />
      {words()}
    </span>
  );
}

function MoneyCounts({ batch, onAsk }: CountsProps) {
  const { t } = useTranslation('importing');
  const coin = useCoinWords();
  const amount = (figure: ImportAmount, what: string) => (
    <Figure what={what} onAsk={() => onAsk(figure)}>
      <MoneyText amount={batch[figure]} currency={batch.currency} />
    </Figure>
  );
  const { tone } = verdictLooks[verdictOf(batch)];
  return (
    <dl>
      <div>
        <dt>{t('paid')}</dt>
        <dd>{amount('paidMinor', t('paid'))}</dd>
      </div>
      <div>
        <dt>{t('refund')}</dt>
        <dd>{amount('refundMinor', t('refund'))}</dd>
      </div>
      <div className="total">
        <dt>{t('netIn', { coin: coin.unit(batch.currency) })}</dt>
        <dd className={tone === 'good' ? 'even' : ''}>{amount('netMinor', t('net'))}</dd>
      </div>
      <div>
        <dt>{t('reconciles')}</dt>
        <dd>
          <VerdictText {...{ batch, onAsk }} />
        </dd>
      </div>
    </dl>
  );
}
