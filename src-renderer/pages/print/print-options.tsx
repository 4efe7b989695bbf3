/** What is printed and on what: columns in their order, paper, phones. Beside the preview, and kept for the next time. */

import { Checkbox, Radio, Segmented, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ListColumn, listColumns, listPurposes } from '../../../src-shared/contract/lists.ts';
import { settingsSchema } from '../../../src-shared/contract/settings.ts';
import { fieldColumn } from '../../../src-shared/custom-field.ts';
import { usePaperColumnNames } from '../../link/use-column-names.ts';
import { useFields } from '../../link/use-fields.ts';
import { type PaperName, papers } from './paper.ts';
import type { PrintChoices, PrintFor } from './use-print-list.ts';

export interface PrintOptionsProps {
  readonly choices: PrintChoices;
  readonly onChange: (change: Partial<PrintChoices>) => void;
  readonly printFor: PrintFor;
  readonly onPrintFor: (change: Partial<PrintFor>) => void;
  /** Things to know about this list before it is printed. */
  readonly notes: readonly string[];
  /** Who is held back. */
  readonly held: ReactNode;
}

const paperNames = ['A4', 'A5', 'Letter'] as const satisfies readonly PaperName[];
const pointSizes = [8, 9, 10, 11] as const;
const margins = [8, 12, 15] as const;

export function PrintOptions({ choices, onChange, printFor, onPrintFor, notes, held }: PrintOptionsProps) {
  const { t } = useTranslation('print');
  const { t: lists } = useTranslation('lists');
  const { printColumns, printPaper, printLandscape, printPoints, printMarginMm } = choices;
  return (
    <aside className="print-options" aria-label={t('options')}>
      <h2>{t('paper')}</h2>
      <div className="between">
        <Select
          aria-label={t('paper')}
          value={printPaper}
          options={paperNames.map((value) => ({
            value,
            label: `${value} ${Math.round(papers[value].widthMm)}×${Math.round(papers[value].heightMm)}`,
          }))}
          onChange={(next) => onChange({ printPaper: next })}
        />
        <Segmented
          aria-label={t('orientation')}
          value={printLandscape ? 'landscape' : 'portrait'}
          options={(['portrait', 'landscape'] as const).map((value) => ({ value, label: t(value) }))}
          onChange={(value) => onChange({ printLandscape: value === 'landscape' })}
        />
      </div>
      <div className="between">
        <span className="dim">{t('points')}</span>
        <Segmented
          size="small"
          aria-label={t('points')}
          value={printPoints}
          options={[...pointSizes]}
          onChange={(value) => onChange({ printPoints: value })}
        />
      </div>
      <div className="between">
        <span className="dim">{t('margins')}</span>
        <Segmented
          size="small"
          aria-label={t('margins')}
          value={printMarginMm}
          options={[...margins]}
          onChange={(value) => onChange({ printMarginMm: value })}
        />
      </div>
      <h2>{lists('purpose')}</h2>
      <Segmented
        aria-label={lists('purpose')}
        value={printFor.purpose}
        options={listPurposes.map((value) => ({ value, label: lists(`purposes.${value}`) }))}
        onChange={(purpose) => onPrintFor({ purpose })}
      />
      <p className="dim sm print-purpose">{lists(`purposeSay.${printFor.purpose}`)}</p>
      {held}
      <h2>{t('phones')}</h2>
      <Radio.Group
        value={printFor.wholePhones}
        onChange={(event) => onPrintFor({ wholePhones: event.target.value === true })}
      >
        <Radio value={false}>{t('masked')}</Radio>
        <Radio value={true}>{t('whole')}</Radio>
      </Radio.Group>
      {notes.length > 0 && <h2>{t('toKnow')}</h2>}
      <ul className="print-notes dim sm">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <div className="between heads">
        <h2>{t('columns')}</h2>
        <button
          type="button"
          className="plain link sm"
          onClick={() => onChange({ printColumns: settingsSchema.parse({}).printColumns })}
        >
          {t('usual')}
        </button>
      </div>
      <ColumnList columns={printColumns} onColumns={(next) => onChange({ printColumns: [...next] })} />
    </aside>
  );
}

interface ColumnListProps {
  readonly columns: readonly ListColumn[];
  readonly onColumns: (columns: readonly ListColumn[]) => void;
}

function moved(columns: readonly ListColumn[], name: ListColumn, to: number): readonly ListColumn[] {
  if (to < 0 || to >= columns.length) return columns;
  const rest = columns.filter((other) => other !== name);
  return [...rest.slice(0, to), name, ...rest.slice(to)];
}

/** Chosen ones first, in their order: dragged, or moved with the arrows beside them. */
function ColumnList({ columns: kept, onColumns }: ColumnListProps) {
  const nameOf = usePaperColumnNames();
  const own = (useFields() ?? []).map(({ field }) => fieldColumn(field));
  const [dragged, setDragged] = useState<ListColumn | null>(null);
  const every: readonly ListColumn[] = [...listColumns, ...own];
  // A field that is gone has no line, and goes with the next change.
  const columns = kept.filter((name) => every.includes(name));
  const hidden = every.filter((name) => !columns.includes(name));
  const toggle = (name: ListColumn): void => {
    if (!columns.includes(name)) onColumns([...columns, name]);
    else if (columns.length > 1) onColumns(columns.filter((other) => other !== name));
  };
  return (
    <ul className="column-list">
      {[...columns, ...hidden].map((name) => {
        const place = columns.indexOf(name);
        const isShown = place >= 0;
        return (
          <li
            key={name}
            draggable={isShown}
            className={dragged === name ? 'dragged' : ''}
            onDragStart={() => setDragged(name)}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => {
              if (dragged === null || !isShown) return;
              event.preventDefault();
              if (dragged !== name) onColumns(moved(columns, dragged, place));
            }}
          >
            <Checkbox checked={isShown} disabled={isShown && columns.length === 1} onChange={() => toggle(name)}>
              {nameOf(name)}
            </Checkbox>
            {isShown && (
              <span className="moves">
                <Move columns={columns} name={name} by={-1} onColumns={onColumns} />
                <Move columns={columns} name={name} by={1} onColumns={onColumns} />
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Move({ columns, name, by, onColumns }: ColumnListProps & { readonly name: ListColumn; readonly by: -1 | 1 }) {
  const { t } = useTranslation('print');
  const nameOf = usePaperColumnNames();
  const next = moved(columns, name, columns.indexOf(name) + by);
  return (
    <button
      type="button"
      className="plain"
      disabled={next === columns}
      aria-label={t(by < 0 ? 'moveUp' : 'moveDown', { name: nameOf(name) })}
      onClick={() => onColumns(next)}
    >
      {by < 0 ? '↑' : '↓'}
    </button>
  );
}
