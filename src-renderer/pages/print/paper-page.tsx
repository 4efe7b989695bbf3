/** One page of the list, in true millimetres: what is seen here is what comes out of the printer. Ink on white in every theme. */

import { useTranslation } from 'react-i18next';
import type { ListColumn } from '../../../src-shared/contract/lists.ts';
import { type Tier, tiers } from '../../../src-shared/rfm.ts';
import { TierBars } from '../../parts/tier-badge.tsx';
import { figureColumns, type Sheet } from './paper.ts';
import type { PaperColumns } from './paper-columns.ts';
import { measuresOf, PaperFoot } from './paper-frame.tsx';
import type { PrintList } from './use-print-list.ts';

/** What stands around the rows, the same on every page. */
export interface PaperWords {
  readonly name: string;
  readonly conditions: string;
  /** Count and sum: never cut off. */
  readonly sum: string;
  readonly shop: string;
  /** Print day, day of the data, and how phones are shown. */
  readonly foot: readonly string[];
}

export interface PaperPageProps {
  readonly list: PrintList;
  readonly words: PaperWords;
  readonly sheet: Sheet;
  readonly laid: PaperColumns;
  readonly page: { readonly from: number; readonly to: number };
  readonly at: number;
  readonly pages: number;
  /** On screen the list's name is a field; on paper it is words. */
  readonly onName?: (name: string) => void;
}

export function PaperPage({ list, words, sheet, laid, page, at, pages, onName }: PaperPageProps) {
  const { t } = useTranslation('print');
  const columns = laid.places.map((place) => list.columns[place]).filter((column) => column !== undefined);
  return (
    <section className="a4 paper-page" style={measuresOf(sheet)} aria-label={t('pageOf', { at: at + 1, pages })}>
      {at === 0 && (
        <header>
          <div>
            {onName === undefined ? (
              <b>{words.name}</b>
            ) : (
              <input
                className="list-name"
                aria-label={t('listTitle')}
                title={t('listTitle')}
                maxLength={60}
                value={words.name}
                onChange={(event) => onName(event.target.value)}
              />
            )}
            <span className="shop-name">{words.shop}</span>
          </div>
          <div>
            {words.conditions !== '' && <span className="list-conditions">{words.conditions}</span>}
            <span>{words.sum}</span>
          </div>
        </header>
      )}
      <table>
        <colgroup>
          {laid.widths.map((width, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name than their place
            <col key={index} style={{ width: `${width}mm` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <td />
            {columns.map((column, index) => (
              <th key={column} scope="col" className={cellClass(columns, index)}>
                {list.heads[laid.places[index] ?? 0]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.rows.slice(page.from, page.to).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a printed row is its place in the list
            <tr key={index} className={(page.from + index) % 5 === 4 ? 'r5' : ''}>
              <td className="n no">{page.from + index + 1}</td>
              {columns.map((column, place) => (
                <td key={column} className={cellClass(columns, place)}>
                  <Cell column={column} text={row[laid.places[place] ?? 0] ?? ''} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <PaperFoot words={words.foot} at={at} pages={pages} />
    </section>
  );
}

/** Left empty on purpose: to be written in, or said only of few. */
const emptyColumns: ReadonlySet<ListColumn> = new Set(['note', 'result']);

/** Figures at the right; a hairline where they start and where they end. */
function cellClass(columns: readonly ListColumn[], index: number): string {
  const isFigure = (place: number): boolean => {
    const column = columns[place];
    return column !== undefined && figureColumns.has(column);
  };
  const turns = index > 0 && isFigure(index) !== isFigure(index - 1);
  return [isFigure(index) && 'n', turns && 'fig'].filter(Boolean).join(' ');
}

function Cell({ column, text }: { readonly column: ListColumn; readonly text: string }) {
  const { t } = useTranslation('print');
  if (column === 'tick') return <i className="tick-box" />;
  if (column === 'certainty') return <span className={text === t('certain') ? 'no' : undefined}>{text}</span>;
  if (column === 'tier') return <TierCell text={text} />;
  if (text === '' && !emptyColumns.has(column)) return <span className="no">—</span>;
  if (column === 'lastItem') return <span className="two-lines">{text}</span>;
  if (!column.endsWith('Minor')) return text;
  const point = text.lastIndexOf('.');
  if (point < 0) return text;
  return (
    <>
      {text.slice(0, point)}
      <span className="fen">{text.slice(point)}</span>
    </>
  );
}

function TierCell({ text }: { readonly text: string }) {
  const { t } = useTranslation('common');
  const tier: Tier | undefined = tiers.find((one) => t(`tier.${one}`) === text);
  return (
    <>
      {tier !== undefined && <TierBars tier={tier} />}
      {text}
    </>
  );
}
