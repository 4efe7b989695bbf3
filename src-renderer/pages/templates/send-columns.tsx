/** What stands in which column of a send list: one of the layouts, or changed, and then kept under a name. */

import { Button, Checkbox, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type LayoutContent, type SendColumn, sendColumns } from '../../../src-shared/contract/send-lists.ts';
import { sendHeads } from '../../../src-shared/message/send-heads.ts';
import type { LayoutKey, Sending } from './use-sending.ts';

const formats = ['xlsx', 'csv'] as const;

export function SendColumns({ sending }: { readonly sending: Sending }) {
  const { t } = useTranslation('templates');
  const { layout, layouts, chosen, isOwn, choose, change, keep, remove } = sending;
  return (
    <section className="send-layout" aria-label={t('layout.title')}>
      <div className="send-line">
        <span className="dim">{t('layout.title')}</span>
        <Select<LayoutKey>
          aria-label={t('layout.title')}
          value={chosen}
          options={layouts.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={choose}
        />
        <Radio.Group
          aria-label={t('layout.format')}
          value={layout.format}
          options={formats.map((value) => ({ value, label: value.toUpperCase() }))}
          onChange={({ target }) => change({ format: target.value === 'csv' ? 'csv' : 'xlsx' })}
        />
        <Checkbox checked={layout.heads} onChange={({ target }) => change({ heads: target.checked })}>
          {t('layout.heads')}
        </Checkbox>
      </div>
      <ColumnLines columns={layout.columns} onColumns={(columns) => change({ columns })} />
      <div className="send-line">
        <Input
          aria-label={t('layout.name')}
          maxLength={60}
          value={layout.name}
          onChange={({ target }) => change({ name: target.value })}
        />
        <Button size="small" disabled={layout.name.trim() === ''} onClick={() => void keep()}>
          {t(isOwn ? 'layout.keep' : 'layout.keepAsOwn')}
        </Button>
        {isOwn && (
          <button type="button" className="plain link" onClick={() => void remove()}>
            {t('layout.remove')}
          </button>
        )}
      </div>
      {layout.format === 'csv' && <p className="faint sm">{t('layout.csv')}</p>}
    </section>
  );
}

interface ColumnLinesProps {
  readonly columns: LayoutContent['columns'];
  readonly onColumns: (columns: LayoutContent['columns']) => void;
}

const mostColumns = 20;

function ColumnLines({ columns, onColumns }: ColumnLinesProps) {
  const { t, i18n } = useTranslation('templates');
  const heads = sendHeads[i18n.language === 'en' ? 'en' : 'zh-CN'];
  const put = (at: number, part: Partial<LayoutContent['columns'][number]>): void =>
    onColumns(columns.map((column, place) => (place === at ? { ...column, ...part } : column)));
  const swap = (at: number): void => {
    const [one, other] = [columns[at - 1], columns[at]];
    if (one !== undefined && other !== undefined)
      onColumns(columns.map((column, place) => (place === at - 1 ? other : place === at ? one : column)));
  };
  return (
    <ol className="send-columns">
      {columns.map(({ head, what }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
        <li key={at}>
          <span className="dim n">{at + 1}</span>
          <Select<SendColumn>
            size="small"
            aria-label={t('layout.what', { at: at + 1 })}
            value={what}
            options={sendColumns.map((value) => ({ value, label: heads[value] }))}
            onChange={(value) => put(at, { what: value })}
          />
          <Input
            size="small"
            aria-label={t('layout.head', { at: at + 1 })}
            maxLength={60}
            disabled={what === 'fields'}
            placeholder={what === 'fields' ? t('layout.headOfFields') : heads[what]}
            value={what === 'fields' ? '' : head}
            onChange={({ target }) => put(at, { head: target.value })}
          />
          <button type="button" className="plain link" disabled={at === 0} onClick={() => swap(at)}>
            {t('layout.up')}
          </button>
          <button
            type="button"
            className="plain link"
            disabled={columns.length === 1}
            onClick={() => onColumns(columns.filter((_, place) => place !== at))}
          >
            {t('layout.drop')}
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className="plain link"
          disabled={columns.length >= mostColumns}
          onClick={() => onColumns([...columns, { head: '', what: 'name' }])}
        >
          {t('layout.add')}
        </button>
      </li>
    </ol>
  );
}
