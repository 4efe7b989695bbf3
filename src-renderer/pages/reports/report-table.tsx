/** A table of a report. Every figure that orders stand behind opens how it was worked out. */

import { useTranslation } from 'react-i18next';
import { formatMinor, minorOf } from '../../../src-shared/money.ts';
import { columnWord, gradeWord } from '../../../src-shared/report-words.ts';
import { type Tier, tiers } from '../../../src-shared/rfm.ts';
import { formatCount } from '../../parts/count-text.tsx';
import { Figure } from '../../parts/figure.tsx';
import type { Asked } from './report-view.ts';
import { percent, type Told } from './told.ts';

export interface ReportTableProps {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly Told[];
  readonly currency: string;
  /** The figure behind a cell; null: nothing to open. */
  readonly behind: (row: Told, column: string) => Asked | null;
  readonly onAsk: (asked: Asked) => void;
  /** A last line with the whole period's figures. */
  readonly total?: Told | undefined;
}

const texts = /(?:title|tier|month|grade|step)$/;
/** Below this it does not matter how much. */
const rareChance = 0.001;
/** From this on nothing can be said: of twenty such pairs one would look so by accident. */
const likelyChance = 0.05;
const shares = /rate$|^share|^support$|^confidence$/;

export function useCellText(currency: string): (column: string, cell: string | number | null) => string {
  const { t, i18n } = useTranslation('common');
  return (column, cell) => {
    if (cell === null) return column.endsWith('tier') ? '·' : '—';
    if (typeof cell === 'string') {
      if (column === 'grade') return gradeWord(cell, i18n.language === 'en' ? 'en' : 'zh-CN');
      const tier = column.endsWith('tier') ? tiers.find((one: Tier) => one === cell) : undefined;
      return tier === undefined ? cell : t(`tier.${tier}`);
    }
    if (column.endsWith('_minor')) return formatMinor(minorOf(cell), currency);
    if (column === 'chance') return cell < rareChance ? `<${percent(rareChance)}` : percent(cell);
    if (shares.test(column)) return percent(cell);
    return Number.isInteger(cell) ? formatCount(cell) : cell.toFixed(1);
  };
}

interface CellFigureProps {
  readonly text: string;
  readonly asked: Asked | null;
  readonly onAsk: (asked: Asked) => void;
}

function CellFigure({ text, asked, onAsk }: CellFigureProps) {
  return asked === null ? text : <Figure onAsk={() => onAsk(asked)}>{text}</Figure>;
}

export function ReportTable({ title, columns, rows, currency, behind, onAsk, total }: ReportTableProps) {
  const { t, i18n } = useTranslation('reports');
  const cellText = useCellText(currency);
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const line = (row: Told, key: string, isTotal = false) => (
    <tr key={key} className={isTotal ? 'total' : Number(row['chance'] ?? 0) > likelyChance ? 'faint' : undefined}>
      {columns.map((column, at) => {
        const text = isTotal && at === 0 ? t('total') : cellText(column, row[column] ?? null);
        // What nobody told has no orders behind it.
        const asked = row[column] === null ? null : behind(row, column);
        return at === 0 ? (
          <th key={column} scope="row" className={column.endsWith('title') ? undefined : 'whole'}>
            <CellFigure {...{ text, asked, onAsk }} />
          </th>
        ) : (
          <td key={column} className={texts.test(column) ? undefined : 'n'}>
            <CellFigure {...{ text, asked, onAsk }} />
          </td>
        );
      })}
    </tr>
  );
  return (
    <section className="report-table">
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p className="faint">{t('noRows')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              {columns.map((column, at) => (
                <th key={column} scope="col" className={at === 0 || texts.test(column) ? undefined : 'n'}>
                  {columnWord(column, language)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => line(row, JSON.stringify(columns.map((column) => row[column]))))}
            {total !== undefined && line(total, 'total', true)}
          </tbody>
        </table>
      )}
    </section>
  );
}
