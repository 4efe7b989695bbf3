/** One row of a file, cell by cell, to be corrected: what the file says beside what the owner says. */

import { Button, Input, Modal, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MappableField, mappableFields } from '../../../src-shared/contract/imports.ts';
import { useCall } from '../../link/use-call.ts';
import type { RawAnswer, RawRow } from './raw-columns.tsx';

/** A row of a check. */
export interface RowPlace {
  readonly check: string;
  readonly batch: number;
  readonly file: number;
  readonly row: number;
  /** The column to begin with; -1: the first. */
  readonly column: number;
}

export interface RowEditorProps {
  readonly place: RowPlace;
  readonly onClose: () => void;
  readonly onFix: (cells: ReadonlyMap<number, string | null>) => void;
}

export function RowEditor({ place, onClose, onFix }: RowEditorProps) {
  const { t } = useTranslation('repairs');
  const { check, batch, file, row } = place;
  const { data } = useCall('imports.rows', { check, batch, file, from: row, count: 1 }, { keep: false });
  const found = data?.rows.find((one) => one.row === row);
  return (
    <Modal
      open
      onCancel={onClose}
      title={t('editTitle', { row })}
      footer={null}
      width="72rem"
      destroyOnHidden
      focusable={{ trap: true }}
    >
      {data === undefined || found === undefined ? null : (
        <RowForm answer={data} row={found} first={place.column} onClose={onClose} onFix={onFix} />
      )}
    </Modal>
  );
}

interface RowFormProps extends Pick<RowEditorProps, 'onClose' | 'onFix'> {
  readonly answer: RawAnswer;
  readonly row: RawRow;
  readonly first: number;
}

function fieldOf({ mapping }: RawAnswer, column: number): MappableField | null {
  return mappableFields.find((field) => mapping.columns[field]?.includes(column) === true) ?? null;
}

function RowForm({ answer, row, first, onClose, onFix }: RowFormProps) {
  const { t } = useTranslation('repairs');
  const [drafts, setDrafts] = useState<ReadonlyMap<number, string>>(new Map());
  const [showsAll, setShowsAll] = useState(false);
  const shown = answer.header
    .map((head, column) => ({ head, column, field: fieldOf(answer, column) }))
    .filter(({ field, column }) => showsAll || field !== null || column === first);
  const rawOf = (column: number): string => row.cells[column] ?? '';
  const isChanged = [...drafts].some(([column, text]) => text !== wordOf(row, column));
  const save = (): void => {
    const cells = [...drafts].flatMap(([column, text]): [number, string | null][] =>
      text === wordOf(row, column) ? [] : [[column, text === rawOf(column) ? null : text]],
    );
    onFix(new Map(cells));
    onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged) save();
      }}
    >
      <p className="dim">{t('editSay')}</p>
      <div className="fix-sheet">
        <table className="ledger">
          <thead>
            <tr>
              <th>{t('column')}</th>
              <th>{t('inFile')}</th>
              <th>{t('shouldBe')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ head, column, field }) => (
              <FixLine
                key={column}
                head={head}
                field={field}
                raw={rawOf(column)}
                word={drafts.get(column) ?? wordOf(row, column)}
                isFirst={column === first}
                isEarlier={row.fixes.some((fix) => fix.column === column && fix.earlier)}
                onWord={(text) => setDrafts(new Map(drafts).set(column, text))}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className="fix-foot">
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is the child */}
        <label className="sm">
          <Switch size="small" checked={showsAll} onChange={setShowsAll} /> {t('allColumns')}
        </label>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="primary" htmlType="submit" disabled={!isChanged}>
          {t('recheck')}
        </Button>
      </div>
    </form>
  );
}

/** What the cell is read as now: the owner's word, else the file's. */
function wordOf(row: RawRow, column: number): string {
  return row.fixes.find((fix) => fix.column === column)?.typed ?? row.cells[column] ?? '';
}

interface FixLineProps {
  readonly head: string;
  readonly field: MappableField | null;
  readonly raw: string;
  readonly word: string;
  readonly isFirst: boolean;
  /** Posted with an earlier import of the same file. */
  readonly isEarlier: boolean;
  readonly onWord: (text: string) => void;
}

function FixLine({ head, field, raw, word, isFirst, isEarlier, onWord }: FixLineProps) {
  const { t } = useTranslation('repairs');
  const fields = useTranslation('fields').t;
  return (
    <tr>
      <td>
        {head}
        <span className="faint sm apart">{field === null ? t('notRead') : fields(field)}</span>
      </td>
      <td className="mono" title={raw}>
        {raw}
      </td>
      <td>
        <Input
          size="small"
          value={word}
          disabled={isEarlier}
          autoFocus={isFirst}
          aria-label={t('shouldBeOf', { head })}
          onChange={(event) => onWord(event.target.value)}
        />
        {isEarlier ? <span className="faint sm">{t('earlier')}</span> : null}
        {!isEarlier && word !== raw ? (
          <button type="button" className="plain link sm" onClick={() => onWord(raw)}>
            {t('asInFile')}
          </button>
        ) : null}
      </td>
    </tr>
  );
}
