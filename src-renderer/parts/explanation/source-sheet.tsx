/** The end of every explanation: a small piece of the owner's own sheet, with column letters, row number and the cell framed. */

import { useTranslation } from 'react-i18next';
import type { SourceRow } from '../../../src-shared/contract/source-rows.ts';
import { type SheetPlace, type SourceCell, sheetPlaces } from './source-cells.ts';

export interface SourceSheetProps {
  readonly row: SourceRow;
  /** The fact whose cells are framed; null frames the usual ones. */
  readonly fact: string | null;
}

const placeKey = (place: SheetPlace): string => (place.kind === 'cell' ? place.cell.letter : `gap-${place.from}`);

export function SourceSheet({ row, fact }: SourceSheetProps) {
  const { t } = useTranslation('explanation');
  const places = sheetPlaces(row, fact);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus
    <section className="xl-scroll" tabIndex={0} aria-label={t('sheet', { row: row.row })}>
      <table className="xl">
        <thead>
          <tr>
            <td className="corner" />
            {places.map((place) =>
              place.kind === 'gap' ? (
                <td key={placeKey(place)} className="corner">
                  <Gap />
                </td>
              ) : (
                <th key={placeKey(place)} scope="col" className={place.used ? 'hx' : undefined}>
                  {place.cell.letter}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          <tr className="xl-names">
            <td className="corner" />
            {places.map((place) => (
              <td key={placeKey(place)} title={place.kind === 'cell' ? place.cell.column : undefined}>
                {place.kind === 'cell' ? place.cell.column : <Gap />}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row" className="hx">
              {row.row}
            </th>
            {places.map((place) => (
              <ValueCell key={placeKey(place)} place={place} row={row.row} />
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function ValueCell({ place, row }: { readonly place: SheetPlace; readonly row: number }) {
  const { t } = useTranslation('explanation');
  if (place.kind === 'gap') {
    return (
      <td>
        <Gap />
      </td>
    );
  }
  const { cell, used } = place;
  return (
    <td
      className={used ? 'mono hit' : 'mono naming'}
      title={`${t('cell', { letter: cell.letter, row, column: cell.column })}\n${cell.value}`}
    >
      {cell.value}
      <Typed cell={cell} />
      {used && <span className="unseen">{t('usedCell')}</span>}
    </td>
  );
}

/** The owner's own word for the cell: what it is read as. */
function Typed({ cell }: { readonly cell: SourceCell }) {
  const { t } = useTranslation('explanation');
  if (cell.typed === undefined) return null;
  return <span className="typed">{t('typed', { typed: cell.typed })}</span>;
}

function Gap() {
  return (
    <span className="faint" aria-hidden="true">
      …
    </span>
  );
}

/** Every cell of the row, one beneath the other. */
export function WholeRow({ row, fact }: SourceSheetProps) {
  const used = new Set(
    sheetPlaces(row, fact).flatMap((place) => (place.kind === 'cell' && place.used ? [place.cell.letter] : [])),
  );
  return (
    <table className="raw">
      <tbody>
        {row.cells.map((cell) => (
          <tr key={cell.letter} className={used.has(cell.letter) ? 'hit' : undefined}>
            <th scope="row">
              <span className="faint mono">{cell.letter}</span> {cell.column}
            </th>
            <td className="mono">
              {cell.value}
              <Typed cell={cell} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
