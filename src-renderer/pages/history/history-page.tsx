/** Every batch that was ever posted: its files, what it brought, and the way back and forth. */

import { App, Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry, UndoReport } from '../../../src-shared/contract/imports.ts';
import type { ImportFigure } from '../../../src-shared/import-figure.ts';
import { useBasis } from '../../link/use-basis.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { useChooseFiles } from '../../link/use-files.ts';
import { newJob, useProgress } from '../../link/use-progress.ts';
import { formatCount } from '../../parts/count-text.tsx';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { Explanation } from '../../parts/explanation/explanation.tsx';
import type { ImportSubject } from '../../parts/explanation/subject.ts';
import { PageTitle } from '../../parts/page-title.tsx';
import { ProgressLine } from '../../parts/progress-line.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useFoot } from '../../state/foot.ts';
import { ImportTabs } from '../import/import-tabs.tsx';
import { ReportDesk } from '../import/report-desk.tsx';
import { BatchTable } from './batch-table.tsx';
import { OwnMappings } from './own-mappings.tsx';

export function HistoryPage() {
  const { t } = useTranslation('history');
  const [printed, setPrinted] = useState<HistoryEntry | null>(null);
  if (printed === null) return <Batches onPrint={setPrinted} />;
  return <ReportDesk batch={printed.report} backTo={t('title')} onBack={() => setPrinted(null)} />;
}

function Batches({ onPrint }: { readonly onPrint: (entry: HistoryEntry) => void }) {
  const { t } = useTranslation('history');
  const importing = useTranslation('importing').t;
  const { data } = useCall('imports.history', {});
  const chooseFiles = useChooseFiles();
  const { act, job } = useBatchActs();
  const surroundings = useBasis();
  const [asked, setAsked] = useState<{ readonly entry: HistoryEntry; readonly figure: ImportFigure } | null>(null);
  const subject = useMemo(
    () => (asked === null ? null : subjectOf(asked.entry, asked.figure, t('ordersOf'))),
    [asked, t],
  );
  const entries = data?.entries ?? [];
  const live = entries.filter(({ undoneAt }) => undoneAt === null).length;
  const undone = entries.length - live;
  useFoot({ left: entries.length > 0 && <span>{t('keptForever')}</span>, right: [importing('keyChoose')] });
  return (
    <>
      <PageTitle
        title={t('title')}
        say={entries.length === 0 ? undefined : t(undone === 0 ? 'sayLive' : 'say', { count: live, undone })}
      />
      <ImportTabs at="history" />
      <div className="history-body">
        <div className="scroll" style={{ paddingTop: '1.6rem' }}>
          {job === null ? null : <Working job={job} />}
          {data !== undefined && entries.length === 0 ? (
            <EmptyNote action={<Button onClick={chooseFiles}>{importing('choose')}</Button>}>{t('empty')}</EmptyNote>
          ) : (
            <div className="batches">
              <BatchTable
                entries={entries}
                isBusy={job !== null}
                onAct={act}
                onExplain={(entry, figure) => setAsked({ entry, figure })}
                onPrint={onPrint}
              />
            </div>
          )}
          <OwnMappings />
        </div>
        {asked === null || subject === null || surroundings === null ? null : (
          <Explanation
            subject={subject}
            basis={surroundings.basis}
            currency={asked.entry.report.currency}
            onClose={() => setAsked(null)}
            takesFocus
          />
        )}
      </div>
    </>
  );
}

function subjectOf({ batch, report }: HistoryEntry, figure: ImportFigure, title: string): ImportSubject {
  return { kind: 'import', in: { batch }, figure, report, title };
}

function Working({ job }: { readonly job: string }) {
  const progress = useProgress(job);
  return (
    <ProgressLine phase={progress?.phase ?? 'folding'} done={progress?.done ?? 0} total={progress?.total ?? null} />
  );
}

interface BatchActs {
  readonly act: (entry: HistoryEntry) => void;
  /** The undo or redo that runs. */
  readonly job: string | null;
}

function useBatchActs(): BatchActs {
  const { t } = useTranslation('history');
  const common = useTranslation('common').t;
  const { modal } = App.useApp();
  const toast = useToast();
  const undo = useAct('imports.undo').act;
  const redo = useAct('imports.redo').act;
  const [job, setJob] = useState<string | null>(null);

  const run = async (entry: HistoryEntry, isUndo: boolean): Promise<void> => {
    const name = newJob(isUndo ? 'undo' : 'redo');
    setJob(name);
    const report = await (isUndo ? undo : redo)({ job: name, batch: entry.batch });
    setJob(null);
    if (report === null) return;
    const { removed, changed, restored } = report.orders;
    const text = isUndo ? t('undoneToast', { count: removed, changed }) : t('redoneToast', { count: restored });
    toast.done(text, {
      label: common(isUndo ? 'action.redo' : 'action.undo'),
      run: () => void run(entry, !isUndo),
    });
    if (report.editsKept.length > 0) modal.info({ title: text, content: <EditsKept report={report} />, icon: null });
  };
  const ask = async (entry: HistoryEntry): Promise<void> => {
    const isUndo = entry.undoneAt === null;
    const question = {
      title: t('undoAsk', { name: entry.files[0]?.name ?? `${entry.batch}` }),
      content: t('undoSay'),
      icon: null,
      okText: t('undo'),
      okType: 'default' as const,
      cancelText: common('action.cancel'),
    };
    if (!isUndo || (await modal.confirm(question))) await run(entry, isUndo);
  };
  return { act: (entry) => void ask(entry), job };
}

function EditsKept({ report }: { readonly report: UndoReport }) {
  const { t } = useTranslation('history');
  return (
    <>
      <p>{t('editsKept')}</p>
      <ul>
        {report.editsKept.slice(0, 20).map(({ customer, field, value }) => (
          <li key={`${customer}-${field}`}>
            <b>{customer}</b> <span className="dim">{value}</span>
          </li>
        ))}
        {report.editsKept.length > 20 ? <li className="faint">… {formatCount(report.editsKept.length - 20)}</li> : null}
      </ul>
    </>
  );
}
