/** How long away × how many orders: counts in seven shades, ink lines where “near” and “often” begin. Arrows walk the cells. */

import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RfmSummary } from '../../../src-shared/contract/metrics.ts';
import { formatCount } from '../../parts/count-text.tsx';
import { Figure } from '../../parts/figure.tsx';
import type { Bands } from './beside-tiers.tsx';
import {
  type Band,
  type GridCell,
  type GridModel,
  gridModel,
  type LinePlace,
  nearLine,
  oftenLine,
  shadeOf,
  shareText,
} from './grid-model.ts';
import './rfm-grid.css';

export interface RfmGridProps {
  readonly summary: RfmSummary;
  /** By the saved rule: its lines are the solid ones. */
  readonly saved: RfmSummary;
  readonly isTrial: boolean;
  readonly onOpen: (cell: GridCell) => void;
  /** Which cell the keyboard is on, for W. */
  readonly onHere: (bands: Bands) => void;
  /** Asked how many stand in a row, a column, or all of it. */
  readonly onWhy: (bands: Bands) => void;
}

type Words = ReturnType<typeof useTranslation<'tiers'>>['t'];

interface Lines {
  readonly near: LinePlace | null;
  readonly often: LinePlace | null;
}

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** One cell takes the focus; arrows hand it on. */
function useWalk(model: GridModel) {
  const [here, setHere] = useState<readonly [row: number, column: number]>([0, 0]);
  const table = useRef<HTMLTableElement>(null);
  const go = (row: number, column: number): void => {
    setHere([row, column]);
    table.current?.querySelector<HTMLElement>(`[data-cell="${row}.${column}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const step = steps[event.key];
    const [row, column] = here;
    const lastColumn = model.recency.length - 1;
    if (step !== undefined) {
      go(
        Math.min(model.rows.length - 1, Math.max(0, row + step[0])),
        Math.min(lastColumn, Math.max(0, column + step[1])),
      );
    } else if (event.key === 'Home') go(row, 0);
    else if (event.key === 'End') go(row, lastColumn);
    else return;
    event.preventDefault();
  };
  return { here, setHere, table, onKeyDown };
}

export function useBandTexts(): { recency: (band: Band) => string; orders: (band: Band) => string } {
  const { t } = useTranslation('tiers');
  return {
    recency: ({ from, to }) => {
      if (to === null) return from === 366 ? t('band.overYear') : t('band.over', { from });
      return from === 0 ? t('band.within', { to }) : `${from}–${to}`;
    },
    orders: ({ from, to }) => {
      if (to === null) return t('band.orMore', { from });
      if (from === to) return from === 1 ? t('band.once') : t('band.times', { count: from });
      return t('band.timesRange', { from, to });
    },
  };
}

export function RfmGrid({ summary, saved, isTrial, onOpen, onHere, onWhy }: RfmGridProps) {
  const { t } = useTranslation('tiers');
  const texts = useBandTexts();
  const model = gridModel(summary.grid);
  const walk = useWalk(model);
  const linesOf = ({ lines }: RfmSummary): Lines => ({
    near: nearLine(model, lines.recencyDays),
    often: oftenLine(model, lines.frequency),
  });
  const now = linesOf(saved);
  const tried = isTrial ? linesOf(summary) : null;
  return (
    <table className="ledger heat rf" ref={walk.table} onKeyDown={walk.onKeyDown} aria-label={t('grid.label')}>
      <colgroup>
        <col className="rf-head" />
        {model.recency.map(({ from }) => (
          <col key={from} />
        ))}
        <col className="rf-total" />
      </colgroup>
      <thead>
        <tr>
          <td />
          {model.recency.map((band, column) => (
            <th key={band.from} scope="col">
              {texts.recency(band)}
              <Vertical column={column} now={now} tried={tried} />
            </th>
          ))}
          <th scope="col" className="n">
            {t('total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {model.rows.map((row, rowAt) => (
          <tr key={row.orders.from}>
            <th scope="row">{texts.orders(row.orders)}</th>
            {row.cells.map((cell, columnAt) => (
              <td key={cell.recencyFrom} className={`q${shadeOf(cell.customers, model.largest)}`}>
                <Vertical column={columnAt} now={now} tried={tried} />
                <Horizontal row={rowAt} now={now} tried={tried} />
                <CellButton
                  cell={cell}
                  place={`${rowAt}.${columnAt}`}
                  isHere={walk.here[0] === rowAt && walk.here[1] === columnAt}
                  onFocus={() => {
                    walk.setHere([rowAt, columnAt]);
                    onHere(cell);
                  }}
                  onOpen={onOpen}
                />
              </td>
            ))}
            <td className="tot">
              <Figure onAsk={() => onWhy({ ordersFrom: row.orders.from, ordersTo: row.orders.to })}>
                {formatCount(row.total)}
              </Figure>
            </td>
          </tr>
        ))}
        <Totals model={model} t={t} onWhy={onWhy} />
      </tbody>
    </table>
  );
}

interface CellButtonProps {
  readonly cell: GridCell;
  readonly place: string;
  readonly isHere: boolean;
  readonly onFocus: () => void;
  readonly onOpen: (cell: GridCell) => void;
}

function CellButton({ cell, place, isHere, onFocus, onOpen }: CellButtonProps) {
  const { t } = useTranslation('tiers');
  const texts = useBandTexts();
  const { customers, much } = cell;
  const share = shareText(much, customers);
  const bands = {
    recency: texts.recency({ from: cell.recencyFrom, to: cell.recencyTo }),
    orders: texts.orders({ from: cell.ordersFrom, to: cell.ordersTo }),
  };
  const says = t('grid.cellSays', { ...bands, count: customers, much });
  return (
    <button
      type="button"
      className="plain"
      data-cell={place}
      tabIndex={isHere ? 0 : -1}
      title={says}
      aria-disabled={customers === 0}
      onFocus={onFocus}
      onClick={() => customers > 0 && onOpen(cell)}
    >
      <span className="unseen">{t('grid.cellIs', bands)}</span>
      <span className="in">
        <b>{formatCount(customers)}</b>
        {customers > 0 && <span>{share === null ? t('grid.few', { much }) : t('grid.much', { share })}</span>}
      </span>
    </button>
  );
}

interface LineProps {
  readonly now: Lines;
  /** null: nothing is tried. */
  readonly tried: Lines | null;
}

function samePlace(a: LinePlace | null | undefined, b: LinePlace | null): boolean {
  return a?.band === b?.band && a?.at === b?.at;
}

function Vertical({ column, now, tried }: LineProps & { readonly column: number }) {
  return (
    <>
      {now.near?.band === column && <i className="line-v" style={{ left: `${now.near.at * 100}%` }} />}
      {tried?.near?.band === column && !samePlace(tried.near, now.near) && (
        <i className="line-v tried" style={{ left: `${tried.near.at * 100}%` }} />
      )}
    </>
  );
}

function Horizontal({ row, now, tried }: LineProps & { readonly row: number }) {
  return (
    <>
      {now.often?.band === row && <i className="line-h" style={{ top: `${now.often.at * 100}%` }} />}
      {tried?.often?.band === row && !samePlace(tried.often, now.often) && (
        <i className="line-h tried" style={{ top: `${tried.often.at * 100}%` }} />
      )}
    </>
  );
}

function Totals({ model, t, onWhy }: { readonly model: GridModel; readonly t: Words } & Pick<RfmGridProps, 'onWhy'>) {
  return (
    <tr className="sum">
      <th scope="row">{t('total')}</th>
      {model.recency.map(({ from, to }, column) => (
        <td key={from}>
          <Figure onAsk={() => onWhy({ recencyFrom: from, recencyTo: to })}>
            {formatCount(model.columnTotals[column] ?? 0)}
          </Figure>
        </td>
      ))}
      <td className="tot">
        <Figure onAsk={() => onWhy({})}>{formatCount(model.total)}</Figure>
      </td>
    </tr>
  );
}
