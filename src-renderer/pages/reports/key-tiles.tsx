/** The board: each key figure, what it was in the period compared, and what stands behind it. */

import { useTranslation } from 'react-i18next';
import type { Report } from '../../../src-shared/contract/reports.ts';
import { columnWord } from '../../../src-shared/report-words.ts';
import { Figure } from '../../parts/figure.tsx';
import { kindOf } from './period-beside.ts';
import { useCellText } from './report-table.tsx';
import { type Asked, tiles } from './report-view.ts';
import { numberOf, percent, rowsOf, type Told } from './told.ts';
import './key-tiles.css';

export interface KeyTilesProps {
  readonly report: Report;
  readonly before: Report | undefined;
  readonly onAsk: (asked: Asked) => void;
}

interface Share {
  readonly name: 'countedShare' | 'refundShare' | 'againShare';
  readonly of: readonly [part: string, whole: string];
}

const shares: readonly Share[] = [
  { name: 'countedShare', of: ['orders', 'placed'] },
  { name: 'refundShare', of: ['refunded_orders', 'paid_orders'] },
  { name: 'againShare', of: ['came_back', 'buyers'] },
];

/** Below three cases no share is told. */
function shareText(row: Told | undefined, [part, whole]: Share['of']): string {
  const all = numberOf(row, whole);
  return all < 3 ? '—' : percent(numberOf(row, part) / all);
}

export function KeyTiles({ report, before, onAsk }: KeyTilesProps) {
  const { t, i18n } = useTranslation('reports');
  const cellText = useCellText(report.currency);
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const [now] = rowsOf(report, 'key-figures');
  const [then] = rowsOf(before, 'key-figures');
  const kind = kindOf(report, before);
  const past = (text: string | null) => (
    <dd className="faint sm">{text === null ? '' : t(`compared.${kind}`, { text })}</dd>
  );
  return (
    <div className="tiles">
      {tiles.map(({ column, asked }) => {
        const text = cellText(column, now?.[column] ?? 0);
        return (
          <dl key={column}>
            <dt>{columnWord(column, language)}</dt>
            <dd className="big">{asked === null ? text : <Figure onAsk={() => onAsk(asked)}>{text}</Figure>}</dd>
            {past(then === undefined ? null : cellText(column, then[column] ?? 0))}
          </dl>
        );
      })}
      {shares.map(({ name, of }) => (
        <dl key={name} title={t(`shareSay.${name}`)}>
          <dt>
            {t(`share.${name}`)} <span className="faint">{t(`shareOf.${name}`)}</span>
          </dt>
          <dd className="big">{shareText(now, of)}</dd>
          {past(then === undefined ? null : shareText(then, of))}
        </dl>
      ))}
    </div>
  );
}
