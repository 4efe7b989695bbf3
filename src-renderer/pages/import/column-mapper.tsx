/**
 * For a sheet nobody knows, or knows in part: which column is what, with its first rows beneath, and above them what has to be asked. Asked
 * once; remembered by its header.
 */

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding, Mapping } from '../../../src-shared/contract/imports.ts';
import { fieldColumn } from '../../../src-shared/custom-field.ts';
import { useDiscard } from '../../link/use-check.ts';
import { FieldDialog } from '../../parts/own-fields/field-dialog.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useFoot } from '../../state/foot.ts';
import { ColumnReason } from './column-reason.tsx';
import { FieldSelect } from './field-select.tsx';
import { looksGarbled } from './garbled-header.ts';
import { guessByValues } from './guess-by-values.ts';
import { MapperChoices } from './mapper-choices.tsx';
import { MapperQuestions } from './mapper-questions.tsx';
import {
  fieldOfColumn,
  fillsOfColumn,
  giveColumn,
  missingFields,
  openQuestions,
  samplesOfColumn,
} from './mapping-draft.ts';
import { StepsLine } from './steps-line.tsx';

export interface ColumnMapperProps {
  readonly finding: Finding;
  /** It was readable before: the owner may go back without changing anything. */
  readonly canLeave: boolean;
  readonly onLeave: () => void;
  readonly onDone: (mapping: Mapping) => void;
}

export function ColumnMapper({ finding, canLeave, onLeave, onDone }: ColumnMapperProps) {
  const { t } = useTranslation('importing');
  const discard = useDiscard();
  const [guess] = useState(() =>
    finding.mapping === null ? guessByValues(finding, finding.guess) : { mapping: finding.mapping, columns: [] },
  );
  const [draft, setDraft] = useState<Mapping>(guess.mapping);
  const [answered, setAnswered] = useState<ReadonlySet<number>>(new Set());
  const guessed = [...guess.columns, ...finding.guessedColumns];
  const isGuessed = (column: number): boolean =>
    guessed.includes(column) && fieldOfColumn(draft, column) === fieldOfColumn(guess.mapping, column);
  const missing = missingFields(draft);
  const isOpen = openQuestions(finding, answered).length > 0;
  const used = new Set([...Object.values(draft.columns).flat(), ...(draft.own ?? []).map(({ column }) => column)]).size;
  useFoot({ left: <span>{t('rowsSay', { all: finding.header.length, used })}</span> });
  const isKnown = finding.mapping !== null || finding.guess.profile !== 'own';
  const say = t(isKnown ? 'mapSayKnown' : 'mapSay', { name: finding.name });
  return (
    <>
      <PageTitle
        title={t('mapTitle')}
        actions={
          <>
            <Button onClick={canLeave ? onLeave : () => discard(undefined)}>
              {t(canLeave ? 'mapBack' : 'discard')}
            </Button>
            <Button type="primary" disabled={missing.length > 0 || isOpen} onClick={() => onDone(draft)}>
              {t('mapDone')}
            </Button>
          </>
        }
      >
        <StepsLine at="choose" />
      </PageTitle>
      <p className="dim" style={{ padding: '0 2.4rem 1.2rem' }}>
        {say} <MissingFields missing={missing} />
      </p>
      {looksGarbled(finding.header) ? <Garbled /> : null}
      <MapperQuestions
        finding={finding}
        draft={draft}
        answered={answered}
        onAnswer={(at, next) => {
          setDraft(next);
          setAnswered(new Set([...answered, at]));
        }}
      />
      <div className="imp-mapper">
        <SampleSheet finding={finding} draft={draft} isGuessed={isGuessed} onDraft={setDraft} />
        <MapperChoices finding={finding} draft={draft} onDraft={setDraft} />
      </div>
    </>
  );
}

function Garbled() {
  const { t } = useTranslation('importing');
  return (
    <div style={{ padding: '0 2.4rem 1.2rem' }}>
      <ProblemNote level="stopped" what={t('garbled')} todo={t('garbledTodo')} />
    </div>
  );
}

/** What an order still lacks: a few of the fields that would do. */
function MissingFields({ missing }: { readonly missing: ReturnType<typeof missingFields> }) {
  const { t } = useTranslation('importing');
  const fieldText = useTranslation('fields').t;
  if (missing.length === 0) return null;
  const names = missing.map((fields) =>
    fields
      .slice(0, 2)
      .map((field) => fieldText(field))
      .join(t('mapNeedsOr')),
  );
  return <b className="warn">{t('mapNeeds', { what: names.join(t('listComma')) })}</b>;
}

interface SheetProps {
  readonly finding: Finding;
  readonly draft: Mapping;
  readonly isGuessed: (column: number) => boolean;
  readonly onDraft: (draft: Mapping) => void;
}

function SampleSheet({ finding, draft, isGuessed, onDraft }: SheetProps) {
  const { t } = useTranslation('importing');
  const { t: common } = useTranslation('common');
  // The column a new field is made for: told once the dialog is gone.
  const [forColumn, setForColumn] = useState(0);
  const [isMaking, setMaking] = useState(false);
  const targetOf = (mapping: Mapping, column: number) =>
    fieldOfColumn(mapping, column) ?? fillsOfColumn(mapping, column);
  const columns = finding.header.map((head, column) => ({ head, column, field: targetOf(draft, column) }));
  const rows = finding.sample.map((cells, at) => ({ number: finding.headerRow + 1 + at, cells }));
  return (
    <div className="imp-sheet goes-on">
      <table className="ledger">
        <thead>
          <tr>
            <th className="n">{t('row')}</th>
            {columns.map(({ head, column, field }) => (
              <th key={column}>
                <FieldSelect
                  field={field}
                  label={common('withMore', {
                    name: head,
                    more: samplesOfColumn(finding, column).join(common('listComma')),
                  })}
                  onField={(next) => onDraft(giveColumn(draft, column, next))}
                  onNew={() => {
                    setForColumn(column);
                    setMaking(true);
                  }}
                />
                <div style={{ marginTop: '.4rem' }}>{head}</div>
                <ColumnReason
                  trust={finding.trust[column]}
                  isGuessed={isGuessed(column)}
                  isOwn={field !== targetOf(finding.mapping ?? finding.guess, column) && !isGuessed(column)}
                  isUsed={field !== null}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ number, cells }, at) => (
            <tr key={number} className={at % 5 === 4 ? 'r5' : ''}>
              <td className="n">{number}</td>
              {columns.map(({ column, field }) => (
                <td key={column} className={field === null ? 'faint' : 'used'} title={cells[column]}>
                  {cells[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <FieldDialog
        field={isMaking ? 'new' : null}
        called={finding.header[forColumn] ?? ''}
        onClose={() => setMaking(false)}
        onDone={(made) => onDraft(giveColumn(draft, forColumn, fieldColumn(made)))}
      />
    </div>
  );
}
