/** One sheet of labels in true millimetres, and the page by which a printer is measured. */

import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  a4,
  type Correction,
  drawn,
  type LabelGrid,
  labelsOn,
  paddingOf,
  placeOf,
} from '../../../src-shared/label-sheet.ts';
import { LINE_HEIGHT, NAME_SIZE, piecesOf } from '../../../src-shared/label-text.ts';
import type { LaidLabel } from './use-labels.ts';

const sheetSize: CSSProperties = { width: `${a4.widthMm}mm`, height: `${a4.heightMm}mm` };

function correcting(correction: Correction | null): CSSProperties {
  if (correction === null) return {};
  const { scaleX, scaleY, moveXMm, moveYMm } = correction;
  return { transform: `translate(${moveXMm}mm, ${moveYMm}mm) scale(${scaleX}, ${scaleY})` };
}

interface CellProps {
  readonly grid: LabelGrid;
  readonly at: number;
  readonly children?: ReactNode;
  readonly className?: string;
}

function styleOf(grid: LabelGrid, at: number): CSSProperties {
  const { xMm, yMm } = placeOf(grid, at);
  const padding = paddingOf(grid);
  return {
    left: `${xMm}mm`,
    top: `${yMm}mm`,
    width: `${grid.widthMm}mm`,
    height: `${grid.heightMm}mm`,
    padding: `${padding.yMm}mm ${padding.xMm}mm`,
  };
}

function Cell({ grid, at, children, className = '' }: CellProps) {
  return (
    <div className={`label-cell ${className}`} style={styleOf(grid, at)}>
      {children}
    </div>
  );
}

function LabelText({ laid }: { readonly laid: LaidLabel }) {
  const { head, label, fit } = laid;
  return (
    <div style={{ fontSize: `${fit.points}pt`, lineHeight: LINE_HEIGHT }}>
      <b style={{ fontSize: `${NAME_SIZE}em` }}>{head}</b>
      <p>
        {piecesOf(label.address).map(({ text, isWhole }, at) =>
          isWhole ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a part of an address is its place in it
            <span key={at} className="whole">
              {text}
            </span>
          ) : (
            text
          ),
        )}
      </p>
    </div>
  );
}

export interface LabelSheetProps {
  readonly grid: LabelGrid;
  readonly outlines: boolean;
  /** What stands on it, by its place. */
  readonly laid: ReadonlyMap<number, LaidLabel>;
  /** How the printer is made up for; null on screen. */
  readonly correction: Correction | null;
  /** Before the first label, counted from 0, all are used up; a click chooses another first one. Only on screen, only of the first sheet. */
  readonly starts?: { readonly at: number; readonly onStart: (label: number) => void };
}

export function LabelSheet({ grid, outlines, laid, correction, starts }: LabelSheetProps) {
  const { t } = useTranslation('labels');
  const places = Array.from({ length: labelsOn(grid) }, (_, at) => at);
  return (
    <article className={`a4 paper-page label-sheet${outlines ? ' outlined' : ''}`} style={sheetSize}>
      <div className="label-field" style={correcting(correction)}>
        {places.map((at) => {
          const here = laid.get(at);
          return (
            <Cell key={at} grid={grid} at={at} className={starts !== undefined && at < starts.at ? 'used' : ''}>
              {here !== undefined && <LabelText laid={here} />}
            </Cell>
          );
        })}
        {starts !== undefined &&
          places.map((at) => (
            <button
              key={at}
              type="button"
              className="plain label-cell label-start"
              // The number beside the preview is the way for keys.
              tabIndex={-1}
              style={styleOf(grid, at)}
              title={t('startHere', { label: at + 1 })}
              aria-label={t('startHere', { label: at + 1 })}
              onClick={() => starts.onStart(at + 1)}
            />
          ))}
      </div>
    </article>
  );
}

/** Drawn as it is, never corrected: what comes out is what the printer does. */
export function CalibrationSheet() {
  const { t } = useTranslation('labels');
  const { crossXMm, crossYMm, acrossMm, downMm } = drawn;
  const mm = (length: number): string => `${length}mm`;
  return (
    <article className="a4 paper-page label-sheet calibration" style={sheetSize}>
      <div
        className="mark"
        style={{ left: mm(crossXMm - 6), top: mm(crossYMm - 0.1), width: '12mm', height: '0.2mm' }}
      />
      <div
        className="mark"
        style={{ left: mm(crossXMm - 0.1), top: mm(crossYMm - 6), width: '0.2mm', height: '12mm' }}
      />
      <p style={{ left: mm(crossXMm + 10), top: mm(crossYMm - 3) }}>{t('cross')}</p>
      <Ruler at={{ left: 30, top: 60 }} lengthMm={acrossMm} />
      <p style={{ left: '30mm', top: '64mm' }}>{t('across')}</p>
      <Ruler at={{ left: 30, top: 80 }} lengthMm={downMm} isDown />
      <p style={{ left: '36mm', top: '80mm' }}>{t('down')}</p>
      <p style={{ left: '36mm', top: '280mm' }}>{t('calibrationTitle')}</p>
    </article>
  );
}

interface RulerProps {
  readonly at: { readonly left: number; readonly top: number };
  readonly lengthMm: number;
  readonly isDown?: boolean;
}

/** A line with a stroke across each of its ends, which lie exactly so far apart. */
function Ruler({ at, lengthMm, isDown = false }: RulerProps) {
  const along = isDown ? 'height' : 'width';
  const across = isDown ? 'width' : 'height';
  const begin = isDown ? 'top' : 'left';
  const side = isDown ? 'left' : 'top';
  const from = at[begin];
  const middle = at[side];
  const line: CSSProperties = {
    [begin]: `${from}mm`,
    [side]: `${middle - 0.1}mm`,
    [along]: `${lengthMm}mm`,
    [across]: '0.2mm',
  };
  const end = (place: number): CSSProperties => ({
    [begin]: `${place - 0.1}mm`,
    [side]: `${middle - 2}mm`,
    [along]: '0.2mm',
    [across]: '4mm',
  });
  return (
    <>
      <div className="mark" style={line} />
      <div className="mark" style={end(from)} />
      <div className="mark" style={end(from + lengthMm)} />
    </>
  );
}
