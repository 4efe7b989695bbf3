/**
 * What is not known of a file: each unknown column with its cells and what it may be; what is missing; how dates are written; what its words for
 * the state of an order mean.
 */

import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  type Finding,
  type MappableField,
  type Mapping,
  mappableFields,
  type Question,
} from '../../../src-shared/contract/imports.ts';
import { marketplaceNames } from '../../../src-shared/marketplace.ts';
import { Icon } from '../../parts/icon.tsx';
import { AskedStatus } from './asked-status.tsx';
import { assignColumn, fieldOfColumn, samplesOfColumn } from './mapping-draft.ts';

export interface MapperQuestionsProps {
  readonly finding: Finding;
  readonly draft: Mapping;
  /** Places of the questions that have their answer. */
  readonly answered: ReadonlySet<number>;
  readonly onAnswer: (at: number, draft: Mapping) => void;
}

export function MapperQuestions({ finding, draft, answered, onAnswer }: MapperQuestionsProps) {
  const { t } = useTranslation('importing');
  if (finding.questions.length === 0) return null;
  return (
    <section className="imp-questions" aria-label={t('askTitle')}>
      <p>
        <b>{t('askTitle')}</b> {finding.guess.profile === 'own' ? null : <Known finding={finding} />}
      </p>
      <ul>
        {finding.questions.map((question, at) => (
          <li key={`${question.about}-${question.column}-${question.fields.join()}`}>
            <Icon name={answered.has(at) ? 'good' : 'noted'} />
            <Asked
              question={question}
              finding={finding}
              draft={draft}
              isAnswered={answered.has(at)}
              onDraft={(next) => onAnswer(at, next)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** 'Pinduoduo: 48 of 49 columns are known.' */
function Known({ finding }: { readonly finding: Finding }) {
  const { t, i18n } = useTranslation('importing');
  const all = finding.header.filter((head) => head.trim() !== '').length;
  const known = Math.round(finding.confidence * all);
  const names = marketplaceNames[finding.marketplace];
  return (
    <span className="dim">{t('askKnown', { what: i18n.language === 'en' ? names.en : names.zh, known, all })}</span>
  );
}

interface AskedProps {
  readonly question: Question;
  readonly finding: Finding;
  readonly draft: Mapping;
  readonly isAnswered: boolean;
  readonly onDraft: (draft: Mapping) => void;
}

function Asked({ question, finding, draft, isAnswered, onDraft }: AskedProps) {
  const { t } = useTranslation('importing');
  const fieldText = useTranslation('fields').t;
  if (question.about === 'export') return <span>{t('askExport')}</span>;
  if (question.about === 'dates') return <AskedDates draft={draft} isAnswered={isAnswered} onDraft={onDraft} />;
  if (question.about === 'status') return <AskedStatus question={question} draft={draft} onDraft={onDraft} />;
  const { column } = question;
  if (column === null) {
    return (
      <span>{t('askField', { field: question.fields.map((field) => fieldText(field)).join(t('listComma')) })}</span>
    );
  }
  const head = finding.header[column] ?? '';
  const samples = samplesOfColumn(finding, column).join(t('listComma'));
  const likely = question.fields;
  const others = mappableFields.filter((field) => !likely.includes(field));
  const label = (field: MappableField) => ({ value: field, label: fieldText(field) });
  return (
    <>
      <span className="imp-asked">
        {t('askColumn', { head })} <span className="dim">{samples === '' ? t('askEmpty') : samples}</span>
      </span>
      <Select<MappableField | ''>
        size="small"
        style={{ width: '24rem' }}
        aria-label={t('askColumn', { head })}
        placeholder={t('askChoose')}
        {...(isAnswered ? { value: fieldOfColumn(draft, column) ?? '' } : {})}
        onChange={(value) => onDraft(assignColumn(draft, column, value === '' ? null : value))}
        options={[
          { label: t('askLikely'), options: likely.map(label) },
          { label: t('askOther'), options: [{ value: '' as const, label: t('notUsed') }, ...others.map(label)] },
        ]}
      />
    </>
  );
}

const dateOrders = ['ymd', 'mdy', 'dmy'] as const;

function AskedDates({ draft, isAnswered, onDraft }: Pick<AskedProps, 'draft' | 'isAnswered' | 'onDraft'>) {
  const { t } = useTranslation('importing');
  return (
    <>
      <span className="imp-asked">{t('askDates')}</span>
      <Select
        size="small"
        style={{ width: '24rem' }}
        aria-label={t('askDates')}
        placeholder={t('askChoose')}
        {...(isAnswered ? { value: draft.dateOrder } : {})}
        onChange={(dateOrder: Mapping['dateOrder']) => onDraft({ ...draft, dateOrder })}
        options={dateOrders.map((value) => ({ value, label: t(`dates.${value}`) }))}
      />
    </>
  );
}
