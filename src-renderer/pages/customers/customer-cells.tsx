/** What each column of the customer list shows. Unknown is a dash with its reason, never 0. */

import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedCustomer } from '../../../src-shared/contract/customers.ts';
import type { CustomField } from '../../../src-shared/contract/fields.ts';
import { fieldOfColumn, isFieldColumn, saidValue } from '../../../src-shared/custom-field.ts';
import { shortPlace } from '../../../src-shared/short-place.ts';
import { CertaintyMark } from '../../parts/certainty-mark.tsx';
import { formatCount } from '../../parts/count-text.tsx';
import { DayText } from '../../parts/day-text.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { NoContactMark } from '../../parts/no-contact-mark.tsx';
import { shortName } from '../../parts/person-name.ts';
import { PhoneText } from '../../parts/phone-text.tsx';
import type { Column } from '../../parts/table-columns.ts';
import { TagsCell } from '../../parts/tag-chips.tsx';
import { TierBadge } from '../../parts/tier-badge.tsx';
import { type ColumnName, columnOf } from '../../state/columns.ts';
import { RhythmBar } from './rhythm-bar.tsx';

type Words = TFunction<'customers'>;

const hinted: ReadonlySet<ColumnName> = new Set(['recencyDays', 'orders', 'netMinor', 'averageMinor', 'rhythm']);

/** What a click in the list does. */
export interface CellActs {
  readonly onOpen: (row: ListedCustomer, index: number) => void;
  /** The menu of a row, at a place of the window. */
  readonly onMore: (index: number, x: number, y: number) => void;
}

/** The columns of the list in their order; hairlines stand where figures begin and where they end. */
export function tableColumns(
  names: readonly ColumnName[],
  { t, language, fields }: { readonly t: Words; readonly language: string; readonly fields: readonly CustomField[] },
  acts: CellActs,
): readonly Column<ListedCustomer>[] {
  const cells = { t, acts, fields, language, showsCity: !names.includes('city') };
  return names.map((name, index): Column<ListedCustomer> => {
    const column = columnOf(name, fields);
    const before = names[index - 1];
    const turns = before !== undefined && columnOf(before, fields).figure !== column.figure;
    return {
      key: name,
      head: isFieldColumn(name) ? (fieldOf(name, fields)?.name ?? '') : t(`heads.${name}`),
      width: (language === 'en' ? column.englishWidth : undefined) ?? column.width,
      figures: column.figure,
      rule: turns,
      kept: name === 'name',
      sortable: column.sort !== null,
      ...(name === 'name' ? { cellClass: () => 'fills' } : {}),
      ...(hinted.has(name) ? { hint: t(`headHints.${name as 'orders'}`) } : {}),
      cell: (row, index) => cellOf(name, row, index, cells),
    };
  });
}

function unknown(reason: string): ReactNode {
  return (
    <span className="faint" title={reason}>
      —
    </span>
  );
}

function words(text: string | null, t: Words): ReactNode {
  return text === null || text === '' ? unknown(t('unknown.file')) : <span title={text}>{text}</span>;
}

interface Cells {
  readonly t: Words;
  readonly fields: readonly CustomField[];
  readonly language: string;
  readonly acts: CellActs;
  readonly showsCity: boolean;
}

function fieldOf(name: ColumnName, fields: readonly CustomField[]): CustomField | undefined {
  return fields.find(({ field }) => field === fieldOfColumn(name));
}

/** What stands in a field of the owner's; nothing where nothing was written. */
function fieldCell(name: ColumnName, row: ListedCustomer, { fields, language }: Cells): ReactNode {
  const field = fieldOf(name, fields);
  const held = row.fields.find((one) => one.field === field?.field);
  if (field === undefined || held === undefined) return '';
  const text = saidValue(field.type, held.value, language === 'en' ? 'en' : 'zh-CN');
  return <span title={text}>{text}</span>;
}

function cellOf(name: ColumnName, row: ListedCustomer, index: number, cells: Cells): ReactNode {
  if (isFieldColumn(name)) return fieldCell(name, row, cells);
  const { t, acts, showsCity } = cells;
  // The row's menu asks about the figure it was opened on.
  const figure = (fact: string, content: ReactNode) => (
    <span data-fact={fact} title={t('whyHint')}>
      {content}
    </span>
  );
  switch (name) {
    case 'name':
      return <NameCell {...{ row, index, showsCity, acts }} />;
    case 'tier':
      return row.tier === null ? unknown(t('unknown.never')) : figure('recencyDays', <TierBadge tier={row.tier} />);
    case 'level':
      return row.level ?? (row.level === null ? '' : unknown(t('unknown.levels')));
    case 'lastDay':
      return row.lastDay === null ? unknown(t('unknown.never')) : <DayText day={row.lastDay} />;
    case 'firstDay':
      return row.firstDay === null ? unknown(t('unknown.never')) : <DayText day={row.firstDay} />;
    case 'recencyDays':
      return row.recencyDays === null
        ? unknown(t('unknown.never'))
        : figure('recencyDays', formatCount(row.recencyDays));
    case 'orders':
      return figure('frequency', formatCount(row.orders));
    case 'netMinor':
      return figure('netMinor', <MoneyText amount={row.netMinor} currency={row.currency} />);
    case 'paidMinor':
    case 'refundMinor':
      return <MoneyText amount={row[name]} currency={row.currency} />;
    case 'averageMinor':
      return row.averageMinor === null ? (
        unknown(t('unknown.never'))
      ) : (
        <MoneyText amount={row.averageMinor} currency={row.currency} />
      );
    case 'rhythm':
      return <RhythmBar row={row} />;
    case 'phone':
      return <PhoneText phone={row.phone} />;
    case 'tags':
      return <TagsCell tags={row.tags} />;
    case 'note':
      return row.note === null ? '' : <span title={row.note}>{row.note}</span>;
    case 'buyerId':
    case 'city':
    case 'province':
    case 'lastItem':
      return words(row[name], t);
  }
}

interface NameCellProps {
  readonly row: ListedCustomer;
  readonly index: number;
  readonly showsCity: boolean;
  readonly acts: CellActs;
}

function NameCell({ row, index, showsCity, acts }: NameCellProps) {
  const { t } = useTranslation('customers');
  return (
    <span className="who-cell" title={row.name}>
      <button type="button" className="plain person cut" tabIndex={-1} onClick={() => acts.onOpen(row, index)}>
        {shortName(row.name)}
      </button>
      <CertaintyMark certainty={row.certainty} />
      {row.noContact === true && <NoContactMark />}
      {showsCity && row.city !== null && <span className="faint sm cut">{shortPlace(row.city)}</span>}
      <button
        type="button"
        className="plain row-more"
        tabIndex={-1}
        aria-label={t('menu.label', { name: row.name })}
        onClick={(event) => {
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          acts.onMore(index, left, bottom);
        }}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        …
      </button>
    </span>
  );
}
