/** Importing in three steps: choose files, check, post. Which step it is follows from what is in hand. */

import { useEffect, useState } from 'react';
import type { Finding } from '../../../src-shared/contract/imports.ts';
import type { FileTicket } from '../../../src-shared/contract/shell.ts';
import { useCheck, useFindings } from '../../link/use-check.ts';
import { useToast } from '../../parts/toast.tsx';
import { type FileChoice, useImportState } from '../../state/import.ts';
import { WelcomePage } from '../welcome/welcome-page.tsx';
import { CheckStep } from './check-step.tsx';
import { ChooseStep } from './choose-step.tsx';
import { ColumnMapper } from './column-mapper.tsx';
import { WaitStep } from './wait-step.tsx';

export interface ImportPageProps {
  /** Nothing is in the ledger yet: with empty hands the first screen stands here. */
  readonly isFirst: boolean;
}

export function ImportPage({ isFirst }: ImportPageProps) {
  const files = useImportState((state) => state.files);
  const choices = useImportState((state) => state.choices);
  const choose = useImportState((state) => state.choose);
  const toast = useToast();
  useEffect(() => toast.clear(files.length > 0), [files, toast]);
  const [mapping, setMapping] = useState<string | null>(null);
  const recognised = useFindings();
  useTablesInFiles(recognised.data?.findings);
  const findings = ofTheseFiles(recognised.data?.findings, files);
  const unmapped = findings?.find(
    (finding) => finding.mapping === null && choices[finding.ticket]?.mapping === undefined,
  );
  const check = useCheck(findings !== undefined && unmapped === undefined && !recognised.isFetching);

  if (files.length === 0) return isFirst ? <WelcomePage /> : <ChooseStep />;
  if (findings === undefined) return <WaitStep query={recognised} />;
  const open = findings.find(({ ticket }) => ticket === mapping) ?? unmapped;
  if (open !== undefined) {
    return (
      <ColumnMapper
        key={`${open.ticket}-${open.encoding}`}
        finding={open}
        canLeave={open.mapping !== null}
        onLeave={() => setMapping(null)}
        onDone={(mapped) => {
          for (const { ticket } of alike(open, findings, choices)) choose(ticket, { mapping: mapped });
          setMapping(null);
        }}
      />
    );
  }
  const isAgain = check.isFetching && check.isPlaceholderData;
  if (check.data === undefined || (check.isFetching && !isAgain) || check.error !== null)
    return <WaitStep query={check} />;
  return <CheckStep result={check.data} findings={findings} isAgain={isAgain} onMap={setMapping} />;
}

/** An archive or a workbook of several sheets: its tables take its place, each with a ticket of its own. */
function useTablesInFiles(findings: readonly Finding[] | undefined): void {
  const replace = useImportState((state) => state.replace);
  useEffect(() => {
    const packed = new Set(findings?.filter(({ ticket, from }) => ticket !== from).map(({ from }) => from));
    for (const file of packed) {
      const tables = (findings ?? []).filter(({ from }) => from === file);
      replace(
        file,
        tables.map(({ ticket, name, bytes }) => ({ ticket, name, bytes })),
      );
    }
  }, [findings, replace]);
}

/** Twelve months of one unknown export are asked about once: what holds for a header holds for all files that have it. */
function alike(
  open: Finding,
  findings: readonly Finding[],
  choices: Readonly<Record<string, FileChoice>>,
): readonly Finding[] {
  const header = JSON.stringify(open.header);
  const isAlike = (finding: Finding): boolean =>
    finding.mapping === null &&
    choices[finding.ticket]?.mapping === undefined &&
    JSON.stringify(finding.header) === header;
  return findings.filter((finding) => finding.ticket === open.ticket || isAlike(finding));
}

/** What is still shown of an earlier choice of files is of no use here. */
function ofTheseFiles(
  findings: readonly Finding[] | undefined,
  files: readonly FileTicket[],
): readonly Finding[] | undefined {
  const same = findings?.length === files.length && files.every(({ ticket }, at) => findings[at]?.ticket === ticket);
  return same && files.length > 0 ? findings : undefined;
}
