/** Step two, the report of the dry run: what would be posted, what is wrong, and the rows as they stand in the file. */

import { Button, Segmented } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchReport, Finding, ReportProblem } from '../../../src-shared/contract/imports.ts';
import type { ImportFigure } from '../../../src-shared/import-figure.ts';
import { useBasis } from '../../link/use-basis.ts';
import { type CheckResult, useDiscard } from '../../link/use-check.ts';
import { useCoinWords } from '../../parts/coin-words.ts';
import { Explanation } from '../../parts/explanation/explanation.tsx';
import type { ImportSubject } from '../../parts/explanation/subject.ts';
import { useKeys } from '../../parts/use-keys.ts';
import { useImportState } from '../../state/import.ts';
import { ApplyBar } from './apply-bar.tsx';
import { CheckFoot } from './check-foot.tsx';
import { columnNamed } from './named-column.ts';
import { Posting } from './posting.tsx';
import { ProblemList } from './problem-list.tsx';
import { problemsInOrder } from './problem-order.ts';
import { ProblemWays } from './problem-ways.tsx';
import { RawRows } from './raw-rows.tsx';
import { Reckoning } from './reckoning.tsx';
import { ReportDesk } from './report-desk.tsx';
import { RowEditor } from './row-editor.tsx';
import { together } from './together.ts';
import { useApply } from './use-apply.ts';
import { useFixes } from './use-fixes.ts';
import { useSaveReport } from './use-save-report.ts';

export interface CheckStepProps {
  readonly result: CheckResult;
  readonly findings: readonly Finding[];
  /** A cell was corrected, and the files are being checked again: the figures are those of before. */
  readonly isAgain?: boolean;
  /** Opens the columns of a file, to change how it is read. */
  readonly onMap: (ticket: string) => void;
}

export function CheckStep({ result, findings, isAgain = false, onMap }: CheckStepProps) {
  const [batchAt, setBatchAt] = useState(0);
  const discard = useDiscard();
  const remove = useImportState((state) => state.remove);
  const { apply, isPosting, count } = useApply(result);
  const [asked, setAsked] = useState<ImportSubject | null>(null);
  const [isPrinting, setPrinting] = useState(false);
  const batch = result.batches[Math.min(batchAt, result.batches.length - 1)];
  const all = useMemo(() => together(result.batches), [result.batches]);
  const { t } = useTranslation('importing');
  useKeys({ '$mod+Enter': () => (isAgain || isPrinting ? false : apply()) });
  if (batch === undefined || all === null) return null;
  if (isPosting) return <Posting count={count} />;
  if (isPrinting) return <ReportDesk batch={batch} onBack={() => setPrinting(false)} />;
  const { check } = result;
  const ask = (figure: ImportFigure): void =>
    setAsked({ kind: 'import', in: { check, batch: batchAt }, figure, report: batch, title: t('ordersMeant') });
  const askOfAll = (figure: ImportFigure): void =>
    setAsked({ kind: 'import', in: { check }, figure, report: all, title: t('ordersMeant') });
  const choose = (at: number): void => {
    setBatchAt(at);
    setAsked(null);
  };
  return (
    <>
      <ApplyBar
        count={count}
        isBlocked={isBlocked(result.batches)}
        isAgain={isAgain}
        isAsking={asked !== null}
        report={<ReportWays check={check} batch={batch} onPrint={() => setPrinting(true)} />}
        onApply={apply}
        onDiscard={() => discard(result.check)}
      />
      <BatchChoice batches={result.batches} at={batchAt} onChoose={choose} />
      <Reckoning batch={batch} findings={findings} onMap={onMap} onTakeOut={remove} onAsk={ask} />
      <CheckBody key={batchAt} {...{ check, batch, batchAt, findings, onMap, ask }}>
        {asked === null ? null : <Asked subject={asked} onClose={() => setAsked(null)} />}
      </CheckBody>
      <CheckFoot batches={result.batches} findings={findings} report={all} onAsk={askOfAll} />
    </>
  );
}

interface ReportWaysProps {
  readonly check: string;
  readonly batch: BatchReport;
  readonly onPrint: () => void;
}

/** Nothing wrong, nothing to report. */
function ReportWays({ check, batch, onPrint }: ReportWaysProps) {
  const { t } = useTranslation('repairs');
  const { save, busy } = useSaveReport();
  if (batch.problems.length === 0) return null;
  return (
    <>
      <Button disabled={busy} onClick={() => save({ check })}>
        {t('paper.save')}
      </Button>
      <Button onClick={onPrint}>{t('paper.print')}</Button>
    </>
  );
}

function Asked({ subject, onClose }: { readonly subject: ImportSubject; readonly onClose: () => void }) {
  const surroundings = useBasis();
  if (surroundings === null) return null;
  return (
    <Explanation
      subject={subject}
      basis={surroundings.basis}
      currency={subject.report.currency}
      onClose={onClose}
      takesFocus
    />
  );
}

/** Not one order of the files can be posted. */
function isBlocked(batches: readonly BatchReport[]): boolean {
  return batches.every(({ orders }) => orders.skipped > 0 && orders.new + orders.changed + orders.same === 0);
}

interface BatchChoiceProps {
  readonly batches: readonly BatchReport[];
  readonly at: number;
  readonly onChoose: (at: number) => void;
}

/** One batch per shop and currency; mostly there is one. */
function BatchChoice({ batches, at, onChoose }: BatchChoiceProps) {
  const { t } = useTranslation('importing');
  const coin = useCoinWords();
  if (batches.length < 2) return null;
  // The shop's name is enough, unless it sells in two currencies or abroad.
  const labelOf = ({ shop, currency }: BatchReport): string =>
    currency === 'CNY' && batches.filter((batch) => batch.shop === shop).length === 1
      ? shop
      : `${shop} ${coin.unit(currency)}`;
  return (
    <div className="imp-batches">
      <Segmented
        size="small"
        aria-label={t('whichBatch')}
        value={at}
        onChange={onChoose}
        options={batches.map((batch, value) => ({ value, label: labelOf(batch) }))}
      />
    </div>
  );
}

/** Where the problem's column stands in its file; -1: the whole row is meant. */
function columnOf({ file, column }: ReportProblem, findings: readonly Finding[]): number {
  return columnNamed(findings.find(({ name }) => name === file)?.header ?? [], column);
}

interface CheckBodyProps {
  readonly check: string;
  readonly batch: BatchReport;
  readonly batchAt: number;
  readonly findings: readonly Finding[];
  readonly onMap: (ticket: string) => void;
  readonly ask: (figure: ImportFigure) => void;
  /** What stands beside the rows. */
  readonly children: ReactNode;
}

function CheckBody({ check, batch, batchAt, findings, onMap, ask, children }: CheckBodyProps) {
  const { t } = useTranslation('importing');
  const problems = problemsInOrder(batch.problems);
  const [chosen, setAt] = useState(problems.length > 0 ? 0 : -1);
  // A corrected cell is no problem any more: the next one takes its place.
  const at = Math.min(chosen, problems.length - 1);
  const fixes = useFixes(findings);
  // A row of the file in view that is being corrected.
  const [opened, setOpened] = useState<number | null>(null);
  const files = batch.files.map(({ name }) => name);
  const [fileAt, setFileAt] = useState(() => Math.max(0, files.indexOf(problems[0]?.file ?? '')));
  const problem = problems[at];
  const goTo = (index: number): void => {
    setAt(index);
    setFileAt((known) => {
      const found = files.indexOf(problems[index]?.file ?? '');
      return found < 0 ? known : found;
    });
  };
  const next = (): void => {
    if (problems.length > 0) goTo((at + 1) % problems.length);
  };
  useKeys({ F8: next });
  const readable = findings.find(({ name }) => files.includes(name));
  const mapBuyers = (): void => {
    if (readable !== undefined) onMap(readable.ticket);
  };
  return (
    <div className="imp-body">
      <ProblemList
        batch={batch}
        onMapBuyers={mapBuyers}
        onAskBuyers={() => ask('withoutBuyer')}
        current={problem?.code}
        position={at - problems.findIndex(({ code }) => code === problem?.code) + 1}
        onChoose={(code) => goTo(problems.findIndex((one) => one.code === code))}
      />
      <section className="imp-raw" aria-label={t('rowsTitle', { file: files[fileAt] ?? '' })}>
        <RawRows
          key={fileAt}
          check={check}
          batch={batchAt}
          files={files}
          file={fileAt}
          onFile={setFileAt}
          firstRow={(findings.find(({ name }) => name === files[fileAt])?.headerRow ?? 1) + 1}
          problem={problem?.file === files[fileAt] ? problem : undefined}
          onOpen={setOpened}
        />
        {problem === undefined ? null : (
          <ProblemWays
            problem={problem}
            count={batch.problemCounts[problem.code] ?? 1}
            place={{
              check,
              batch: batchAt,
              file: files.indexOf(problem.file),
              row: problem.line,
              column: columnOf(problem, findings),
            }}
            onFix={(cells) => fixes.fix(problem.file, problem.line, cells)}
            onNext={next}
          />
        )}
        {opened === null ? null : (
          <RowEditor
            place={{ check, batch: batchAt, file: fileAt, row: opened, column: -1 }}
            onClose={() => setOpened(null)}
            onFix={(cells) => fixes.fix(files[fileAt] ?? '', opened, cells)}
          />
        )}
      </section>
      {children}
    </div>
  );
}
