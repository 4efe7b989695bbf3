/** 时间线: orders, refunds, contacts, tickets, the files that brought them, who is who, notes, wishes, people and days, newest first; only what is in view is asked for. */

import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import { leadSteps } from '../../../src-shared/contract/leads.ts';
import { type TimelineEntry, type TimelineKind, timelineKinds } from '../../../src-shared/contract/timeline.ts';
import { useWindows } from '../../link/use-windows.ts';
import { DayText } from '../../parts/day-text.tsx';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import type { Column } from '../../parts/table-columns.ts';
import { VirtualTable } from '../../parts/virtual-table.tsx';
import { taken } from './running-account.tsx';

/** What is shown together; a new kind joins one, or makes its own. */
const parts = {
  all: timelineKinds,
  orders: ['order', 'refund'],
  contacts: ['contact', 'ticket'],
  files: ['file'],
  who: ['who'],
  marks: ['tag', 'field', 'level', 'lead'],
  written: ['note', 'wish', 'relation'],
} as const satisfies Record<string, readonly TimelineKind[]>;
type Part = keyof typeof parts;
const partNames: readonly Part[] = ['all', 'orders', 'contacts', 'marks', 'files', 'who', 'written'];

export interface TimelineProps {
  readonly customer: number;
  /** The order whose source is shown beside. */
  readonly chosen: number | null;
  readonly onOrder: (order: number, day: string | null) => void;
  /** What stands before the choice of kinds. */
  readonly title: React.ReactNode;
}

export function Timeline({ customer, chosen, onOrder, title }: TimelineProps) {
  const { t } = useTranslation('profile');
  const [part, setPart] = useState<Part>('all');
  const kinds = [...parts[part]];
  const question = { customer, ...(part === 'all' ? {} : { kinds }) };
  const list = useWindows<ResultOf<'customers.timeline'>, TimelineEntry>({
    key: ['customers.timeline', question],
    ask: (connection, window) => connection.call('customers.timeline', { ...question, window }),
    total: (answer) => answer.total,
    rows: (answer) => answer.entries,
  });
  const columns = useColumns();
  const counts = list.first?.counts;
  const countOf = (name: Part): number => parts[name].reduce((sum, kind) => sum + (counts?.[kind] ?? 0), 0);
  const open = ({ order, at }: TimelineEntry): void => {
    if (order !== null) onOrder(order, at === null ? null : at.slice(0, 10));
  };
  return (
    <section className="account" aria-label={t('timeline.title')}>
      <header className="between">
        {title}
        <Segmented<Part>
          size="small"
          aria-label={t('timeline.show')}
          value={part}
          onChange={setPart}
          options={partNames
            .filter((name) => name === part || name === 'all' || countOf(name) > 0)
            .map((value) => ({ value, label: t(`timeline.parts.${value}`, { count: countOf(value) }) }))}
        />
      </header>
      {(part === 'all' || part === 'marks') && (counts?.level ?? 0) > 0 && (
        <p className="faint sm">{t('timeline.levelsSay')}</p>
      )}
      <VirtualTable<TimelineEntry>
        key={part}
        name="timeline"
        label={t('timeline.title')}
        columns={columns}
        total={list.total}
        rowAt={list.rowAt}
        loadWindow={list.loadWindow}
        busy={list.busy}
        here={chosen === null ? -1 : placeOf(chosen, list)}
        onOpen={open}
        empty={<EmptyNote>{t('timeline.none')}</EmptyNote>}
      />
    </section>
  );
}

/** Among the rows that are known. */
function placeOf(order: number, list: { readonly total: number; rowAt(index: number): TimelineEntry | undefined }) {
  for (let at = 0; at < Math.min(list.total, 200); at += 1) if (list.rowAt(at)?.order === order) return at;
  return -1;
}

function useColumns(): readonly Column<TimelineEntry>[] {
  const { t } = useTranslation('profile');
  const textOf = useEntryText();
  return useMemo(
    () => [
      { key: 'at', head: t('timeline.day'), width: 80, cell: ({ at }) => <DayText day={at} /> },
      {
        key: 'kind',
        head: '',
        width: 36,
        cell: ({ kind }) => (
          <span
            className={kind === 'refund' ? 'k k-r' : kind === 'order' ? 'k k-o' : 'k k-quiet'}
            role="img"
            aria-label={t(`timeline.kinds.${kind}`)}
          >
            {t(`timeline.marks.${kind}`)}
          </span>
        ),
      },
      {
        key: 'what',
        head: t('timeline.what'),
        width: 420,
        cell: (entry) => (
          <span className={entry.undone ? 'cut timeline-undone' : 'cut'} title={textOf(entry)}>
            {textOf(entry)}
          </span>
        ),
      },
      {
        key: 'amount',
        head: t('timeline.amount'),
        width: 100,
        figures: true,
        rule: true,
        cell: ({ kind, amountMinor, currency }) =>
          currency === null || amountMinor === null ? null : (
            <MoneyText amount={kind === 'refund' ? taken(amountMinor) : amountMinor} currency={currency} />
          ),
      },
    ],
    [t, textOf],
  );
}

/** What happened, in one line. */
function useEntryText(): (entry: TimelineEntry) => string {
  const { t } = useTranslation('profile');
  const { t: common } = useTranslation('common');
  const { t: today } = useTranslation('today');
  const { t: tickets } = useTranslation('afterSales');
  const { t: leads } = useTranslation('leads');
  return (entry) => {
    const text = sayingOf(t, { today, tickets, leads }, entry);
    const status = entry.kind === 'order' && entry.status !== 'completed' ? entry.status : null;
    if (status !== null) return `${text} ${common(`orderStatus.${status}`)}`;
    return entry.undone ? t('timeline.undone', { what: text }) : text;
  };
}

type Words = ReturnType<typeof useTranslation<'profile'>>['t'];

interface OtherWords {
  readonly today: ReturnType<typeof useTranslation<'today'>>['t'];
  readonly tickets: ReturnType<typeof useTranslation<'afterSales'>>['t'];
  readonly leads: ReturnType<typeof useTranslation<'leads'>>['t'];
}

function sayingOf(t: Words, { today, tickets, leads }: OtherWords, entry: TimelineEntry): string {
  const { kind, text, orders, reason, contact, ticket } = entry;
  const said = (what: string): string => (text === '' ? what : t('timeline.said', { what, text }));
  switch (kind) {
    case 'contact': {
      if (contact === null) return text;
      const by = contact.channel === null ? null : today(`channels.${contact.channel}`);
      const what = contact.outcome === 'sent' ? t('timeline.sent') : today(`outcomes.${contact.outcome}`);
      return said([by, what].filter((part) => part !== null).join(' '));
    }
    case 'ticket': {
      if (ticket === null) return text;
      const about = tickets(`kind.${ticket.about}`);
      return said(ticket.isClosed ? t('timeline.ticketClosed', { about }) : about);
    }
    case 'lead': {
      const stage = leadSteps.find((known) => known === text);
      return t('timeline.lead', { stage: stage === undefined ? '—' : leads(`stages.${stage}`) });
    }
    case 'tag':
    case 'field':
      return text;
    case 'level':
      return t(`timeline.levels.${levelWays.find((known) => known === reason) ?? 'byHand'}`, { level: text });
    case 'order':
      return text === '' ? t('timeline.noItems') : text;
    case 'refund':
      return t('timeline.refund', { items: text });
    case 'file':
      return t('timeline.file', { file: text, count: orders ?? 0 });
    case 'who':
      return t(`timeline.who.${reasons.find((known) => `identities.${known}` === reason) ?? 'split'}`);
    case 'note':
      return text === '' ? t('timeline.cleared') : t('timeline.note', { text });
    case 'wish':
      return t(reason === 'customers.markPoint' ? 'timeline.marked' : 'timeline.wish');
    case 'relation':
      return t('timeline.relation');
  }
}

const levelWays = ['reached', 'kept', 'lowered'] as const;

const reasons = ['merge', 'confirmLikely', 'neverSame', 'unmerge'] as const;
