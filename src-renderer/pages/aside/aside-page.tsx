/** Rows that were left out of imports and wait for their original file: what each says, why it was left out, and the ways on. */

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AsideRow, Candidate } from '../../../src-shared/contract/repairs.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { useChooseFiles } from '../../link/use-files.ts';
import { CandidateDialog } from '../../parts/candidate-dialog.tsx';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { MomentText } from '../../parts/moment-text.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { useUndoableToast } from '../../parts/undoable.ts';
import { useFoot } from '../../state/foot.ts';
import { ImportTabs } from '../import/import-tabs.tsx';

/** More than anybody goes through by hand: then the original file is the way. */
const shown = 200;

export function AsidePage() {
  const { t } = useTranslation('repairs');
  const importing = useTranslation('importing').t;
  const chooseFiles = useChooseFiles();
  const { data } = useCall('aside.list', { window: { from: 0, count: shown } });
  const [asked, setAsked] = useState<AsideRow | null>(null);
  const total = data?.total ?? 0;
  useFoot({ left: <span>{t('asideSay', { count: total })}</span>, right: [importing('keyChoose')] });
  return (
    <>
      <PageTitle
        title={t('asideTitle')}
        say={t('asideSay', { count: total })}
        actions={<Button onClick={chooseFiles}>{importing('choose')}</Button>}
      />
      <ImportTabs at="aside" />
      <div className="scroll" style={{ paddingTop: '1.6rem' }}>
        {data === undefined ? null : total === 0 ? (
          <EmptyNote>{t('asideEmpty')}</EmptyNote>
        ) : (
          <>
            <p className="dim">{t('asideHow')}</p>
            <AsideTable rows={data.rows} onFind={setAsked} />
            {total > data.rows.length ? (
              <p className="sm faint">{t('firstRows', { count: data.rows.length })}</p>
            ) : null}
          </>
        )}
      </div>
      {asked === null ? null : <AsideFinder row={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

interface AsideTableProps {
  readonly rows: readonly AsideRow[];
  readonly onFind: (row: AsideRow) => void;
}

function AsideTable({ rows, onFind }: AsideTableProps) {
  const { t } = useTranslation('repairs');
  return (
    <table className="ledger aside-rows">
      <colgroup>
        <col style={{ width: '24%' }} />
        <col style={{ width: '24%' }} />
        <col />
        <col style={{ width: '23rem' }} />
      </colgroup>
      <thead>
        <tr>
          <th>{t('from')}</th>
          <th>{t('why')}</th>
          <th>{t('inFile')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <AsideLine key={`${row.file}-${row.row}`} row={row} isFifth={at % 5 === 4} onFind={onFind} />
        ))}
      </tbody>
    </table>
  );
}

function AsideLine(props: { readonly row: AsideRow; readonly isFifth: boolean } & Pick<AsideTableProps, 'onFind'>) {
  const { row, isFifth, onFind } = props;
  const { t } = useTranslation('repairs');
  const titles = useTranslation('rowProblems').t;
  const common = useTranslation('common').t;
  const { act: letGo, busy } = useAct('aside.letGo');
  const undoable = useUndoableToast();
  const words = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const drop = async (): Promise<void> => {
    const done = await letGo({ file: row.file, row: row.row });
    if (done !== null) undoable(t('letGone', { row: row.row }), done.edit);
  };
  return (
    <tr className={isFifth ? 'r5' : ''}>
      <td>
        <span className="cut" title={row.name}>
          {row.name}
        </span>
        <span className="sm dim nw">
          {t('line', { row: row.row })} · {row.shop} · <MomentText instant={row.putAt} />
        </span>
      </td>
      <td>
        <b>{titles(row.code)}</b>
        <span className="sm dim">
          {row.column}
          <span className="mono apart">{row.found}</span>
        </span>
      </td>
      <td
        className="mono sm"
        title={row.cells.map((cell, at) => common('named', { name: row.header[at] ?? '', value: cell })).join('\n')}
      >
        {words.join(' | ')}
      </td>
      <td className="n nw buttons">
        {row.orderNumber === null ? (
          <Button size="small" onClick={() => onFind(row)}>
            {t('find')}
          </Button>
        ) : null}
        <Button size="small" disabled={busy} onClick={() => void drop()}>
          {t('letGo')}
        </Button>
      </td>
    </tr>
  );
}

function AsideFinder({ row, onClose }: { readonly row: AsideRow; readonly onClose: () => void }) {
  const { t } = useTranslation('repairs');
  const place = { file: row.file, row: row.row };
  const { data } = useCall('aside.candidates', place, { keep: false });
  const { act: attach, busy } = useAct('aside.attach');
  const undoable = useUndoableToast();
  const pick = async ({ order, orderNumber }: Candidate): Promise<void> => {
    const done = await attach({ ...place, order });
    if (done === null) return;
    onClose();
    undoable(t('attached', { order: orderNumber }), done.edit);
  };
  return (
    <CandidateDialog
      row={row.row}
      found={row.found}
      candidates={data?.candidates}
      isBusy={busy}
      onPick={(one) => void pick(one)}
      onClose={onClose}
    />
  );
}
